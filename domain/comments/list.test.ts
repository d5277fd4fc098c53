import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { write } from '@/db'
import { commentFindings, comments, readers } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, reader } from '@/e2e/support/stories'
import type { StaffViewer } from '../permissions'
import {
	COMMENTS_LISTED,
	type CommentFilter,
	countHeldComments,
	findCommentForDesk,
	listComments,
} from './list'
import type { CommentState } from './states'

withDatabase()

let moderator: StaffViewer
let harbour: number
let market: number

beforeAll(async () => {
	moderator = await createStaff('moderator')
	harbour = (await liveStory({ headline: 'Der Große Hafen' })).articleId
	market = (await liveStory({ headline: 'Market hall' })).articleId
})

type Stored = { body: string; name?: string; state?: CommentState; articleId?: number }

const store = (rows: Stored[]): Promise<number[]> =>
	write(async (tx) => {
		await tx.delete(comments)
		const values = rows.map(({ body, name = 'Ada', state = 'approved' as const, articleId = market }) => {
			return { body, authorName: name, authorEmail: 'ada@example.org', state, articleId }
		})
		const stored = await tx.insert(comments).values(values).returning({ id: comments.id })
		return stored.map(({ id }) => id)
	})

/** The ids of a whole list, read page by page. */
async function all(filter: Omit<CommentFilter, 'past'>): Promise<number[]> {
	const ids: number[] = []
	for (let past: number | null = null, page = 0; ; page += 1) {
		const list = await listComments(moderator, { ...filter, past })
		ids.push(...list.comments.map(({ id }) => id))
		past = list.past
		if (past === null) return ids
		expect(page).toBeLessThan(100)
	}
}

describe('a long list', () => {
	test.each<CommentState>(['waiting', 'approved', 'rejected'])(
		'of %s comments is complete across pages',
		async (state) => {
			const ids = await store(
				Array.from({ length: 2 * COMMENTS_LISTED + 1 }, () => ({ body: 'Words', state })),
			)
			expect(await all({ state })).toEqual(state === 'waiting' ? ids : ids.reverse())
			expect(await all({ state, limit: 7 })).toHaveLength(ids.length)
		},
	)

	test('is counted up to the limit', async () => {
		await store(Array.from({ length: 9 }, () => ({ body: 'Words', state: 'waiting' as const })))
		expect(await countHeldComments(moderator, 5)).toBe(5)
		expect(await countHeldComments(moderator, 50)).toBe(9)
	})
})

describe('a search', () => {
	const found = async (search: string) => {
		const ids = await all({ state: 'approved', search })
		return [...ids].reverse()
	}

	test.each([
		['straße', 'In der STRASSE'],
		['STRASSE', 'in der Straße'],
		['οδοσ', 'Η ΟΔΟΣ'],
		['istanbul', 'İstanbul'],
		['muller', 'Frau Müller'],
		['Мир', 'миру мир'],
		['किताब', 'यह किताब है'],
		['جزيره', 'جَزِيره'],
		['日本', '東京、日本。'],
		['ｗｉｄｅ', 'wide'],
		['می زاده', 'می زاده'],
		['100 %', 'I am 100 % sure'],
		['snake_case', 'a snake_case name'],
		["it's", "it's"],
		["don't", 'I don’t know'],
		['“so called”', 'the "so  called" news'],
		['lodz', 'Pozdrowienia z Łodzi'],
		['👩‍👧', 'Us: 👩‍👧'],
	])('for %s finds %s', async (search, body) => {
		const [, id] = await store([{ body: 'Other' }, { body }, { body: 'Others' }])
		expect(await found(search)).toEqual([id])
	})

	test.each(['%', '_', '\\', '*', '100%'])('matches %s literally', async (search) => {
		const [, id] = await store([{ body: 'Nothing 100' }, { body: `With ${search}!` }])
		expect(await found(search)).toEqual([id])
	})

	test('matches names, addresses and headlines', async () => {
		const [ada, story, neither] = await store([
			{ body: 'One', name: 'Zoë Quill' },
			{ body: 'Two', articleId: harbour },
			{ body: 'Three' },
		])
		expect(await found('zoe quill')).toEqual([ada])
		expect(await found('grosse hafen')).toEqual([story])
		expect(await found('ADA@EXAMPLE')).toEqual([ada, story, neither])
		expect(await found('nowhere')).toEqual([])
	})

	test('finds the oldest of many, page by page', async () => {
		const ids = await store(
			Array.from({ length: 950 }, (_, n) => ({ body: n % 300 === 0 ? 'Needle' : 'Hay' })),
		)
		expect(await found('needle')).toEqual([ids[0], ids[300], ids[600], ids[900]])
		expect(await all({ state: 'approved', search: 'needle', limit: 1 })).toHaveLength(4)
		expect(await all({ state: 'rejected', search: 'needle' })).toEqual([])
	})
})

describe('a list is narrowed', () => {
	async function storeVaried(): Promise<number[]> {
		await write((tx) =>
			tx
				.insert(readers)
				.values([{ id: 'ada' }, { id: 'ben' }])
				.onConflictDoNothing(),
		)
		const states = ['waiting', 'approved', 'rejected'] as const
		const ids = await store(
			Array.from({ length: 60 }, (_, n) => ({
				body: `Words ${n}`,
				state: states[n % 3] as CommentState,
				articleId: n % 2 === 0 ? market : harbour,
			})),
		)
		await write(async (tx) => {
			for (const [n, id] of ids.entries()) {
				const readerId = n % 5 === 0 ? 'ada' : 'ben'
				await tx.update(comments).set({ readerId }).where(eq(comments.id, id))
				if (n % 4 !== 0) continue
				const reason = { phase: 'links', count: 9, max: 2 } as const
				await tx.insert(commentFindings).values({ commentId: id, phase: 'links', position: 0, reason })
			}
		})
		return ids
	}

	test.each<[string, (n: number) => boolean, (ids: number[]) => Omit<CommentFilter, 'past'>]>([
		['to all states', () => true, () => ({ state: 'all' })],
		['to a story', (n) => n % 2 === 1, () => ({ state: 'all', story: harbour })],
		[
			'to a story and a state',
			(n) => n % 2 === 1 && n % 3 === 1,
			() => ({ state: 'approved', story: harbour }),
		],
		['to the author of a comment', (n) => n % 5 === 0, ([first]) => ({ state: 'all', by: first })],
		['to a phase', (n) => n % 4 === 0, () => ({ state: 'all', phase: 'links' })],
		['to a phase and a state', (n) => n % 12 === 4, () => ({ state: 'approved', phase: 'links' })],
		['to a phase and a story', (n) => n % 4 === 0, () => ({ state: 'all', phase: 'links', story: market })],
		[
			'by all at once',
			(n) => n % 20 === 0 && n % 3 === 0,
			([first]) => ({ state: 'waiting', phase: 'links', story: market, by: first, search: 'words' }),
		],
		['to a phase that held none', () => false, () => ({ state: 'all', phase: 'honeypot' })],
		['to the author of an unknown comment', () => false, () => ({ state: 'all', by: 999_999 })],
	])('%s, page by page', async (_, isWanted, filterOf) => {
		const ids = await storeVaried()
		const filter = filterOf(ids)
		const wanted = ids.filter((_id, n) => isWanted(n))
		const inOrder = filter.state === 'waiting' ? wanted : wanted.reverse()
		expect(await all(filter)).toEqual(inOrder)
		expect(await all({ ...filter, limit: 4 })).toEqual(inOrder)
	})
})

test('comments in any state are found by id, by moderators only', async () => {
	const [id = 0] = await store([{ body: 'Rejected', state: 'rejected' }])
	expect(await findCommentForDesk(moderator, id)).toMatchObject({ id, state: 'rejected' })
	await expect(findCommentForDesk(moderator, id + 1)).rejects.toMatchObject({ code: 'not-found' })
	await expect(findCommentForDesk(reader(), id)).rejects.toMatchObject({ code: 'unauthenticated' })
})
