import { expect, test } from 'vitest'
import { Turns } from './turns'

/** In what companies a crowd of twenty comes in, while one turn after another `each` happens. */
async function companies(turns: Turns, each: () => void): Promise<string[]> {
	const seen: string[] = []
	const crowd = Array.from({ length: 20 }, (_, number) => turns.next().then(() => seen.push(`${number}`)))
	let looks = 0
	const look = (): void => {
		seen.push('|')
		looks += 1
		each()
		if (looks < 12) setImmediate(look)
	}
	setImmediate(look)
	await Promise.all(crowd)
	const rounds = seen.join(' ').split('|')
	return rounds.map((round) => round.trim()).filter(Boolean)
}

test('a crowd comes in by sixteens, in its order', async () => {
	const turns = new Turns(() => 0)
	expect(await companies(turns, () => {})).toEqual(['0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15', '16 17 18 19'])
	await turns.next()
})

test('… and by twos while readers are served in between', async () => {
	let served = 1
	const rounds = await companies(new Turns(() => served), () => {
		served += 1
	})
	expect(rounds[0]).toBe('0 1')
	expect(rounds).toHaveLength(10)
})
