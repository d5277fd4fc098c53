import { and, eq, inArray, like, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { readDb, write } from '@/db'
import { comments, commentTallies, people } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, reader } from '@/e2e/support/stories'
import { isRefusal } from '@/lib/refusal'
import { listLatest } from '../articles/lists'
import type { StaffViewer, Viewer } from '../permissions'
import { changeSettings } from '../settings'
import { findCommenter } from './commenter'
import { type Commenter, isSame, type Known, Model } from './counts.fixture'
import { countWaiting, HELD_PER_STORY_MAX } from './held'
import { moderateComment } from './moderate'
import { deleteComment, editComment } from './own'
import { postComment } from './post'
import { liftRestriction, restrictAuthor } from './restrictions'
import { DECISIONS, type Decision } from './states'
import { listThread } from './thread'
import { HELD_SHOWN_MAX } from './thread-rows'
import { parseUndo, undoText } from './undo'
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

let stories: number[]
let moderator: StaffViewer
let accounts: Viewer['person'][]

beforeEach(async () => {
	moderator = await createStaff('moderator')
	stories = [(await liveStory()).articleId, (await liveStory()).articleId]
	// The numbers of comments are a test's own.
	await changeSettings(await createStaff('owner'), { commentSpeedMax: 0, commentFloodMax: 0 })
	accounts = [(await createStaff('reader')).person, (await createStaff('reader')).person]
	// Bylines, as test fixtures are, count as staff.
	await write((tx) => tx.update(people).set({ role: 'reader' }).where(like(people.slug, 'reader-%')))
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
): Promise<{ ids: number[]; held: number[]; placeholders: number[]; total: number }> {
	const here: CommentView[] = []
	const placeholders = new Set<number>()
	for (let page = 1, pages = 1, total = 0; ; page += 1) {
		const thread = await listThread(viewer, articleId, { page })
		;({ pages, total } = thread)
		const shown = flat(thread.threads)
		here.push(...shown.filter((each) => each.shown === 'here'))
		for (const { id, shown: as } of shown) if (as === 'removed' || as === 'deleted') placeholders.add(id)
		const idsOf = (isHeld: boolean) => here.filter((each) => each.waiting === isHeld).map(({ id }) => id)
		if (page < pages) continue
		const inOrder = [...placeholders].sort((a, b) => a - b)
		return { ids: idsOf(false).sort((a, b) => a - b), held: idsOf(true), placeholders: inOrder, total }
	}
}

async function compare(model: Model, browsers: Commenter[]): Promise<void> {
	const cards = await listLatest({ limit: 10 })
	for (const articleId of stories) {
		const approved = model.approved(articleId)
		const { ids, placeholders, total } = await shownTo(reader(), articleId)
		expect(ids).toEqual(approved)
		expect(total).toBe(approved.length)
		expect(placeholders).toEqual(model.placeholders(articleId))
		expect(cards.find(({ id }) => id === articleId)?.comments ?? 0).toBe(approved.length)
		for (const browser of browsers.slice(0, BROWSERS_CHECKED)) {
			const own = await shownTo(browser, articleId)
			expect(own.ids).toEqual(approved)
			const held = model.held(articleId, browser)
			expect(own.held.sort((a, b) => a - b)).toEqual(held.slice(0, HELD_SHOWN_MAX))
			expect(await countWaiting(browser, articleId)).toBe(held.length)
		}
	}
	const recount = await readDb()
		.select({ articleId: comments.articleId, approved: sql<number>`count(*)` })
		.from(comments)
		.where(and(eq(comments.state, 'approved'), inArray(comments.articleId, stories)))
		.groupBy(comments.articleId)
		.orderBy(comments.articleId)
	const tallies = await readDb()
		.select()
		.from(commentTallies)
		.where(inArray(commentTallies.articleId, stories))
		.orderBy(commentTallies.articleId)
	expect(tallies.filter(({ approved }) => approved > 0)).toEqual(recount)
}

/** Steps of authors with their own comments. */
function ownSteps(model: Model, pick: <T>(list: T[]) => T, number: () => number) {
	const own = () => {
		if (model.comments.size === 0) return null
		const id = pick([...model.comments.keys()])
		const comment = model.comments.get(id) as Known
		return comment.isDeleted || comment.state === 'rejected' || comment.state === 'spam'
			? null
			: { id, comment }
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
			chosen.comment.hasTombstone = chosen.comment.state === 'approved'
			chosen.comment.state = 'rejected'
		},
	}
}

/** Mutes the author of a comment, or lifts the mute; nothing that is posted changes. */
async function toggleMute(model: Model, any: () => number | undefined): Promise<void> {
	if (model.muted) {
		const { id } = model.muted
		const restrictions = (await findCommenter(moderator, id))?.restrictions ?? []
		for (const { id: restriction } of restrictions) await liftRestriction(moderator, id, restriction)
		model.muted = null
	} else {
		const id = any()
		if (id === undefined) return
		await restrictAuthor(moderator, id, { kind: 'mute', reason: 'Calm down.', until: '' })
		model.muted = { id, author: (model.comments.get(id) as Known).author }
	}
}

const DECIDED: Decision[] = ['approved', ...DECISIONS]

test.each(ROUNDS)(
	`counts equal the listed comments after ${ROUND_STEPS} random steps, round %i`,
	// A busy machine takes minutes; a round that exceeds its time goes on beside the next one.
	{ timeout: 900_000 },
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
				// Of this round: an author is also muted by address.
				email: `ada${round}@example.org`,
			}
			try {
				const { id, state } = await postComment(author, articleId, words)
				if (model.muted && isSame(model.muted.author, author)) expect(state).toBe('waiting')
				model.post(id, { articleId, parentId, state, author: { ...author } })
			} catch (error) {
				if (!isRefusal(error) || error.code !== 'rate-limited') throw error
				expect(model.held(articleId, author).length).toBeGreaterThanOrEqual(HELD_PER_STORY_MAX)
				refused += 1
			}
		}
		const decide = async (ids: (number | undefined)[], decision: Decision) => {
			const wanted = [...new Set(ids)].filter((id) => id !== undefined)
			const was = await Promise.all(wanted.map((id) => moderateComment(moderator, id, decision)))
			expect(was).toEqual(wanted.map((id) => model.comments.get(id)?.state))
			model.undo.push(wanted.map((id, index) => ({ id, was: was[index] as Decision })))
			for (const id of wanted) model.decide(id, decision)
		}
		/** A comment that its author has not deleted; undefined without one. */
		const any = (): number | undefined =>
			pick([...model.comments].filter(([, { isDeleted }]) => !isDeleted).map(([id]) => id))
		const moderate = async () => decide([any()], pick(DECIDED))
		const moderateMany = async () => decide(Array.from({ length: 5 }, any), pick(DECIDED))
		const undo = async () => {
			for (const { id, was } of parseUndo(undoText(model.undo.pop() ?? [])) ?? []) {
				const undone = moderateComment(moderator, id, was)
				if (model.comments.get(id)?.isDeleted) await expect(undone).rejects.toMatchObject({ code: 'gone' })
				else model.decide(id, await undone.then(() => was))
			}
		}
		const mute = () => toggleMute(model, any)
		/** The first comment after sign-in merges the browser's reader into the account's. */
		const signIn = async () => {
			const browser = pick(browsers)
			if (browser.person || browsers.filter((each) => each.person).length > 3) return
			const before = { ...browser }
			browser.person = pick(accounts)
			for (const known of [...model.comments.values(), ...(model.muted ? [model.muted] : [])])
				if (isSame(known.author, before)) known.author = { ...browser }
			const articleId = pick(stories)
			const words = { body: `Signed in, ${next.next().value}`, parentId: null, name: '', email: '' }
			const posted = await postComment(browser, articleId, words).catch((error) => {
				if (!isRefusal(error) || error.code !== 'rate-limited') throw error
				return null
			})
			if (posted)
				model.post(posted.id, {
					articleId,
					parentId: null,
					state: posted.state,
					author: { ...browser },
				})
		}
		const { edit, remove } = ownSteps(model, pick, () => next.next().value)
		const desk = [moderate, moderate, moderateMany, undo, undo, mute]
		const steps = [post, post, post, post, post, ...desk, signIn, edit, remove]
		for (let step = 1; step <= ROUND_STEPS; step += 1) {
			await pick(steps)()
			if (step % CHECKED_EVERY === 0) await compare(model, browsers)
		}
		expect(model.comments.size).toBeGreaterThan(ROUND_STEPS / 10)
		expect(refused).toBeGreaterThan(0)
	},
)
