import { and, eq, inArray, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { readDb } from '@/db'
import { comments, commentTallies } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, reader } from '@/e2e/support/stories'
import { isRefusal } from '@/lib/refusal'
import { listLatest } from '../articles/lists'
import type { StaffViewer, Viewer } from '../permissions'
import { countWaiting, HELD_PER_STORY_MAX } from './held'
import { moderateComment } from './moderate'
import { deleteComment, editComment } from './own'
import { postComment } from './post'
import { type CommentState, isCommentState } from './states'
import { listThread } from './thread'
import { HELD_SHOWN_MAX } from './thread-rows'
import type { CommentView } from './views'

withDatabase()

/** Steps in all; for more: `COMMENT_STEPS=100000 npx vitest run domain/comments/counts.test.ts`. */
const STEPS = Number(process.env.COMMENT_STEPS ?? 2_000)
/** Steps on the same two stories: comparing them takes longer with each comment. */
const ROUND_STEPS = 2_000
const ROUNDS = Array.from({ length: Math.ceil(STEPS / ROUND_STEPS) }, (_, index) => index + 1)
const CHECKED_EVERY = 200
/** Browsers compared; the first one fills in the honeypot, so its comments are always held. */
const BROWSERS_CHECKED = 3

type Known = {
	articleId: number
	parentId: number | null
	state: CommentState
	author: Commenter
	isDeleted?: boolean
}
/** A browser's reader and the account signed in there. */
type Commenter = { readerId: string | null; person: Viewer['person'] }

/** In-memory model of the expected comments. */
class Model {
	readonly comments = new Map<number, Known>()
	readonly undo: { id: number; was: CommentState }[] = []
	/** Comments that the desk has approved or rejected last. */
	readonly decided = new Set<number>()

	approved = (articleId: number): number[] =>
		[...this.comments]
			.filter(([, each]) => each.articleId === articleId && each.state === 'approved')
			.map(([id]) => id)

	held = (articleId: number, author: Commenter): number[] =>
		[...this.comments]
			.filter(
				([, each]) => each.articleId === articleId && each.state === 'waiting' && isSame(each.author, author),
			)
			.map(([id]) => id)
}

const isSame = (one: Commenter, other: Commenter): boolean =>
	one.person ? one.person.id === other.person?.id : !other.person && one.readerId === other.readerId

let stories: number[]
let moderator: StaffViewer
let accounts: Viewer['person'][]

beforeEach(async () => {
	moderator = await createStaff('moderator')
	stories = [(await liveStory()).articleId, (await liveStory()).articleId]
	accounts = [(await createStaff('reader')).person, (await createStaff('reader')).person]
})

/** Pseudo-random numbers, the same in every run. */
function* numbers(seed: number): Generator<number, never> {
	for (let state = seed; ; ) {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
		yield state >>> 8
	}
}

const flat = (views: CommentView[]): CommentView[] => views.flatMap((each) => [each, ...flat(each.replies)])

async function shownTo(
	viewer: Viewer,
	articleId: number,
): Promise<{ ids: number[]; held: number[]; total: number }> {
	const here: CommentView[] = []
	for (let page = 1, pages = 1, total = 0; ; page += 1) {
		const thread = await listThread(viewer, articleId, { page })
		;({ pages, total } = thread)
		here.push(...flat(thread.threads).filter((each) => each.shown === 'here'))
		const idsOf = (isHeld: boolean) => here.filter((each) => each.waiting === isHeld).map(({ id }) => id)
		if (page === pages) return { ids: idsOf(false).sort((a, b) => a - b), held: idsOf(true), total }
	}
}

async function compare(model: Model, browsers: Commenter[]): Promise<void> {
	const cards = await listLatest({ limit: 10 })
	for (const articleId of stories) {
		const approved = model.approved(articleId)
		const { ids, total } = await shownTo(reader(), articleId)
		expect(ids).toEqual(approved)
		expect(total).toBe(approved.length)
		expect(cards.find(({ id }) => id === articleId)?.comments ?? 0).toBe(approved.length)
		for (const browser of browsers.slice(0, BROWSERS_CHECKED)) {
			const own = await shownTo(browser, articleId)
			expect(own.ids).toEqual(approved)
			const held = model.held(articleId, browser)
			expect(own.held.sort((a, b) => a - b)).toEqual(held.slice(0, HELD_SHOWN_MAX))
			expect(await countWaiting(browser, articleId)).toBe(held.length)
		}
	}
	const recount = readDb()
		.select({ articleId: comments.articleId, approved: sql<number>`count(*)` })
		.from(comments)
		.where(and(eq(comments.state, 'approved'), inArray(comments.articleId, stories)))
		.groupBy(comments.articleId)
		.all()
	const tallies = readDb()
		.select()
		.from(commentTallies)
		.where(inArray(commentTallies.articleId, stories))
		.all()
	expect(tallies.filter(({ approved }) => approved > 0)).toEqual(recount)
}

/** Steps of authors with their own comments. */
function ownSteps(model: Model, pick: <T>(list: T[]) => T, number: () => number) {
	const own = () => {
		if (model.comments.size === 0) return null
		const id = pick([...model.comments.keys()])
		const comment = model.comments.get(id) as Known
		return comment.isDeleted || comment.state === 'rejected' ? null : { id, comment }
	}
	return {
		edit: async () => {
			const chosen = own()
			if (!chosen) return
			const { id, comment } = chosen
			try {
				const { state } = await editComment(comment.author, comment.articleId, id, `${number()}`)
				// A text that the desk has approved waits again.
				if (comment.state === 'waiting' || model.decided.has(id)) expect(state).toBe('waiting')
				comment.state = state
				if (state === 'waiting') model.decided.delete(id)
			} catch (error) {
				if (!isRefusal(error) || error.code !== 'rate-limited') throw error
			}
		},
		remove: async () => {
			const chosen = own()
			if (!chosen) return
			await deleteComment(chosen.comment.author, chosen.comment.articleId, chosen.id)
			chosen.comment.isDeleted = true
			chosen.comment.state = 'rejected'
		},
	}
}

const DECISIONS = ['approved', 'approved', 'rejected', 'waiting'].filter(isCommentState)

test.each(ROUNDS)(
	`counts equal the listed comments after ${ROUND_STEPS} random steps, round %i`,
	{
		timeout: 60_000 + 40 * ROUND_STEPS,
	},
	async (round) => {
		const next = numbers(20_261_125 + round)
		const pick = <T>(list: T[]): T => list[next.next().value % list.length] as T
		const model = new Model()
		const browsers: Commenter[] = Array.from({ length: 6 }, () => ({ ...reader() }))
		let refused = 0

		const post = async () => {
			const author = pick(browsers)
			const articleId = pick(stories)
			const parents = model.approved(articleId)
			const parentId = parents.length > 0 && next.next().value % 3 > 0 ? pick(parents) : null
			const honeypot = author === browsers[0] ? 'filled in' : ''
			const words = {
				body: `${next.next().value}`,
				parentId,
				honeypot,
				name: 'Ada',
				email: 'ada@example.org',
			}
			try {
				const { id, state } = await postComment(author, articleId, words)
				model.comments.set(id, { articleId, parentId, state, author: { ...author } })
			} catch (error) {
				if (!isRefusal(error) || error.code !== 'rate-limited') throw error
				expect(model.held(articleId, author).length).toBeGreaterThanOrEqual(HELD_PER_STORY_MAX)
				refused += 1
			}
		}
		const decide = async (id: number, decision: CommentState) => {
			const comment = model.comments.get(id)
			if (!comment) return
			if (comment.isDeleted) {
				await expect(moderateComment(moderator, id, decision)).rejects.toMatchObject({ code: 'gone' })
				return
			}
			await moderateComment(moderator, id, decision)
			model.undo.push({ id, was: comment.state })
			if (decision !== comment.state) model.decided[decision === 'waiting' ? 'delete' : 'add'](id)
			comment.state = decision
		}
		const moderate = async () => {
			if (model.comments.size > 0) await decide(pick([...model.comments.keys()]), pick(DECISIONS))
		}
		const undo = async () => {
			const last = model.undo.pop()
			if (last) await decide(last.id, last.was)
		}
		/** The first comment after sign-in merges the browser's reader into the account's. */
		const signIn = async () => {
			const browser = pick(browsers)
			if (browser.person || browsers.filter((each) => each.person).length > 3) return
			const before = { ...browser }
			browser.person = pick(accounts)
			for (const comment of model.comments.values())
				if (isSame(comment.author, before)) comment.author = { ...browser }
			const articleId = pick(stories)
			const words = { body: `Signed in, ${next.next().value}`, parentId: null, name: '', email: '' }
			const posted = await postComment(browser, articleId, words).catch((error) => {
				if (!isRefusal(error) || error.code !== 'rate-limited') throw error
				return null
			})
			if (posted)
				model.comments.set(posted.id, {
					articleId,
					parentId: null,
					state: posted.state,
					author: { ...browser },
				})
		}
		const { edit, remove } = ownSteps(model, pick, () => next.next().value)
		const steps = [post, post, post, post, post, moderate, moderate, moderate, undo, signIn, edit, remove]
		for (let step = 1; step <= ROUND_STEPS; step += 1) {
			await pick(steps)()
			if (step % CHECKED_EVERY === 0) await compare(model, browsers)
		}
		expect(model.comments.size).toBeGreaterThan(ROUND_STEPS / 10)
		expect(refused).toBeGreaterThan(0)
	},
)
