import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MAX_STALENESS_MS } from '@/server/page-cache'
import { withServer } from './in-process-server'
import { createNewsroom, type Newsroom, pagesOf, STEPS, type Staleness } from './newsroom-model'
import { FULL_RUN } from './sample'

const server = withServer()

type State = { shown: string; until: number; by: Staleness }

/** What each page has shown, newest last. */
type Past = Map<string, State[]>

test('after anything that anybody does, every page shows what a page made at that moment shows', async () => {
	const room = await createNewsroom()
	const past: Past = new Map()
	const step = fc.tuple(fc.constantFrom(...Object.keys(STEPS)), fc.nat({ max: 1_000 }))
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
			for (const [name, number] of steps) {
				const { staleness, take } = STEPS[name] as (typeof STEPS)[string]
				await take(room, number)
				await comparePages(room, past, staleness, `${name} ${number}`)
			}
		}),
		{ numRuns: FULL_RUN ? 8 : 4, endOnFailure: true },
	)
	await new Promise((resolve) => setTimeout(resolve, MAX_STALENESS_MS))
	await comparePages(room, new Map(), 'now', 'a second of rest')
})

async function comparePages(room: Newsroom, past: Past, staleness: Staleness, step: string): Promise<void> {
	for (const page of await pagesOf(room)) {
		const asked = Date.now()
		const [kept, made] = [await show(server.address, page), await show(server.uncached, page)]
		const before = past.get(page) ?? []
		// A step that left a page as it was hastens nothing there.
		const replaced = before.at(-1)?.shown !== made
		const allowed = [made, ...stillAllowed(before, replaced ? staleness : 'soon', asked)]
		if (!allowed.includes(kept)) expect(partThatDiffers(kept, made), `${page} after ${step}`).toBe('')
		if (replaced)
			past.set(page, [
				...before.map((state, index) =>
					index === before.length - 1 ? { ...state, until: asked, by: staleness } : state,
				),
				{ shown: made, until: Number.POSITIVE_INFINITY, by: 'soon' },
			])
	}
}

/** Older states that only counts have replaced, the first of them less than the promised second ago. */
function stillAllowed(past: State[], staleness: Staleness, now: number): string[] {
	const allowed: string[] = []
	const states = past.map((state, index) =>
		index === past.length - 1 ? { ...state, until: now, by: staleness } : state,
	)
	for (const state of states.reverse()) {
		if (state.by === 'now' || now - state.until >= MAX_STALENESS_MS) break
		allowed.push(state.shown)
	}
	return allowed
}

/** Where two pages part, with a few words around it. */
function partThatDiffers(kept: string, made: string): string {
	const at = [...made].findIndex((letter, index) => letter !== kept[index])
	return at < 0 && kept.length === made.length
		? ''
		: `kept: …${kept.slice(Math.max(0, at - 60), at + 90)}…\nmade: …${made.slice(Math.max(0, at - 60), at + 90)}…`
}

/** The status and the words, or where it leads. */
async function show(address: string, page: string): Promise<string> {
	const answer = await fetch(address + page, { redirect: 'manual' })
	return `${answer.status} ${answer.headers.get('location') ?? ''} ${await answer.text()}`
}
