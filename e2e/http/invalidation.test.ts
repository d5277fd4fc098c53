import { expect, test } from 'vitest'
import { findSearchGaps } from '@/domain/search/repair'
import fc from '@/e2e/support/fast-check'
import { MAX_STALENESS_MS } from '@/server/page-cache'
import { withServer } from './in-process-server'
import { createNewsroom, type Newsroom, type Staleness } from './newsroom'
import { pagesOf, STEPS } from './newsroom-model'
import { FULL_RUN } from './sample'

const server = withServer()

type State = { shown: string; until: number; by: Staleness }

/** Renderings of each page, newest last. */
type Past = Map<string, State[]>

test('after any write, cached pages equal fresh renders', async () => {
	const room = await createNewsroom()
	const past: Past = new Map()
	const step = fc.tuple(fc.constantFrom(...Object.keys(STEPS)), fc.nat({ max: 1_000 }))
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
			for (const [name, number] of steps) {
				const { staleness, take } = STEPS[name] as (typeof STEPS)[string]
				await take(room, number)
				await comparePages(room, past, staleness, `${name} ${number}`)
				const gaps = await findSearchGaps()
				expect(gaps, `search after ${name} ${number}`).toEqual({ missing: [], superfluous: [] })
			}
		}),
		{ numRuns: FULL_RUN ? 8 : 4, endOnFailure: true },
	)
	await new Promise((resolve) => setTimeout(resolve, MAX_STALENESS_MS))
	await comparePages(room, new Map(), 'now', 'the staleness limit')
})

async function comparePages(room: Newsroom, past: Past, staleness: Staleness, step: string): Promise<void> {
	for (const page of await pagesOf(room)) {
		const asked = Date.now()
		const [cached, fresh] = [await fetchState(server.address, page), await fetchState(server.uncached, page)]
		const before = past.get(page) ?? []
		// A step that leaves a page unchanged does not shorten its allowed staleness.
		const replaced = before.at(-1)?.shown !== fresh
		const allowed = [fresh, ...stillAllowed(before, replaced ? staleness : 'soon', asked)]
		if (!allowed.includes(cached)) expect(firstDifference(cached, fresh), `${page} after ${step}`).toBe('')
		if (replaced)
			past.set(page, [
				...before.map((state, index) =>
					index === before.length - 1 ? { ...state, until: asked, by: staleness } : state,
				),
				{ shown: fresh, until: Number.POSITIVE_INFINITY, by: 'soon' },
			])
	}
}

/** Earlier renderings that may still be served: replaced by tallies alone, within the staleness limit. */
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

/** The first difference between two pages, with some context. */
function firstDifference(cached: string, fresh: string): string {
	const at = [...fresh].findIndex((letter, index) => letter !== cached[index])
	return at < 0 && cached.length === fresh.length
		? ''
		: `cached: …${cached.slice(Math.max(0, at - 60), at + 90)}…\nfresh: …${fresh.slice(Math.max(0, at - 60), at + 90)}…`
}

/** Headers about the content of a page, which change with the page. */
const CONTENT_HEADERS = [
	'location',
	'content-usage',
	'content-signal',
	'tdm-reservation',
	'x-robots-tag',
	'link',
]

/** The status, headers and body. */
async function fetchState(address: string, page: string): Promise<string> {
	const answer = await fetch(address + page, { redirect: 'manual' })
	const headers = CONTENT_HEADERS.map((name) => answer.headers.get(name) ?? '')
	return `${answer.status} ${headers.join(' ')} ${await answer.text()}`
}
