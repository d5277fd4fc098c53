import { expect, test } from 'vitest'
import { Turns } from './turns'

test('a crowd comes in by eights, in its order, and others are served in between', async () => {
	const turns = new Turns()
	const seen: string[] = []
	const crowd = Array.from({ length: 20 }, (_, number) => turns.next().then(() => seen.push(`${number}`)))
	let looks = 0
	const look = (): void => {
		seen.push('|')
		looks += 1
		if (looks < 6) setImmediate(look)
	}
	setImmediate(look)
	await Promise.all(crowd)
	const rounds = seen
		.join(' ')
		.split('|')
		.map((round) => round.trim())
		.filter(Boolean)
	expect(rounds).toEqual(['0 1 2 3 4 5 6 7', '8 9 10 11 12 13 14 15', '16 17 18 19'])
	await turns.next()
})
