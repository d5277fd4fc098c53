import { and, eq, isNull, or } from 'drizzle-orm'
import { prepared, readDb, type Tx, write } from '@/db'
import { commentDrafts, comments, readers } from '@/db/schema'
import { messages } from '@/lib/messages/messages'
import type { Reason } from '@/lib/moderation-phases'
import { plainLines } from '@/lib/printed-text'
import { Refusal } from '@/lib/refusal'
import { isStaffRole } from '@/lib/roles'
import { requireLive } from '../articles/live'
import type { Responses } from '../articles/responses'
import { requireResponses } from '../articles/section-choices'
import { checkEmail, checkName } from '../people'
import type { Viewer } from '../permissions'
import { ensureReader, readerIdOf } from '../readers'
import { queueReplyNotices } from '../replies/queue'
import { subscribeToReplies, type WantedReplies } from '../replies/subscribe'
import { siteSettings } from '../settings'
import { refuseStaffName } from '../staff-names'
import { adjustCommentTally } from '../tallies'
import { autoModerate, type RecentComment, recentComments, refusalOf } from './auto-moderation'
import { checkExternally } from './external-check'
import { findingsOf, storeFindings } from './findings'
import { limitHeldComments } from './held'
import { joinedDrafts } from './joined-drafts'
import { checkLength } from './text-phases'

/** Levels of nesting; deeper replies join the level above, to stay readable. */
export const REPLY_DEPTH_MAX = 8
/** Equal text of one reader within this time, in ms, is a duplicate: a double click or a retry. */
const DUPLICATE_WITHIN_MS = 10 * 60_000

export type NewComment = {
	body: string
	parentId: number | null
	/** Used for guests only; an account has its own. */
	name: string
	email: string
	honeypot?: string
	/** Replies that the author wants mails about. */
	wants?: WantedReplies | null
}

export type PostedComment = {
	id: number
	state: 'approved' | 'waiting' | 'rejected'
	/** The phases of automatic moderation that held it. */
	heldFor: Reason[]
}

/**
 * Posts a comment, approved or held, or returns its duplicate.
 *
 * @throws Refusal `unauthenticated` when the story requires accounts (save the draft first), `gone` when
 * comments are closed, `rate-limited` for too many held comments, or `invalid` naming the field
 */
export async function postComment(
	viewer: Viewer,
	articleId: number,
	input: NewComment,
): Promise<PostedComment> {
	const settings = await siteSettings()
	const body = checkBody(input.body)
	const author = viewer.person
		? { authorName: viewer.person.name, authorEmail: null }
		: { authorName: checkName(input.name), authorEmail: checkEmail(input.email) }
	const { authorName: name, authorEmail: email } = author
	if (!viewer.person) await refuseStaffName(name)
	// Before the transaction, which other writes wait for.
	const external = isStaffRole(viewer.person?.role ?? null)
		? null
		: await checkExternally({ body, name, articleId })
	return write(async (tx) => {
		const responses = await requireResponses(tx, articleId, settings)
		if (mustSignIn(viewer, responses))
			throw new Refusal('unauthenticated', messages().refusals.signInToComment)
		const readerId = await ensureReader(tx, viewer)
		await tx.lock('reader', readerId)
		const recent = await recentComments(tx, { readerId })
		const { honeypot = '' } = input
		const text = { body, name, settings, external }
		const heldFor = await autoModerate(tx, { ...text, viewer, readerId, email, honeypot, responses, recent })
		const position = await threadPosition(tx, articleId, input.parentId)
		const duplicate = findDuplicate(recent, { articleId, body, parentId: position.parentId })
		if (duplicate) return { ...duplicate, heldFor: await heldForOf(tx, duplicate) }
		const state = heldFor.length > 0 ? 'waiting' : 'approved'
		if (state === 'waiting') await limitHeldComments(tx, articleId, readerId)
		const personId = viewer.person?.id ?? null
		const [row] = await tx
			.insert(comments)
			.values({ articleId, readerId, personId, body, state, ...author, ...position })
			.returning()
		if (!row) throw new Error('The comment was not stored.')
		if (heldFor.length > 0) await storeFindings(tx, row.id, heldFor)
		if (state === 'approved') {
			await adjustCommentTally(tx, articleId, 1)
			await queueReplyNotices(tx, row)
		}
		const address = email ?? viewer.person?.email
		if (input.wants && address) await subscribeToReplies(tx, row, { email: address, wants: input.wants })
		await tx
			.delete(commentDrafts)
			.where(and(eq(commentDrafts.readerId, readerId), eq(commentDrafts.articleId, articleId)))
		return { id: row.id, state, heldFor }
	})
}

/** Whether the viewer has to sign in before the comment is posted; not to read that comments are closed. */
export const mustSignIn = ({ person }: Viewer, { from, closed }: Responses): boolean =>
	from === 'accounts' && !person && !closed

/** Stores a draft during sign-in; `findDraft` finds it by the browser's reader. */
export async function saveDraft(
	viewer: Viewer,
	articleId: number,
	draft: { body: string; parentId: number | null },
): Promise<void> {
	const body = checkBody(draft.body)
	await write(async (tx) => {
		await requireLive(tx, articleId)
		const readerId = await ensureReader(tx, viewer)
		const { parentId } = draft
		await tx
			.insert(commentDrafts)
			.values({ readerId, articleId, body, parentId })
			.onConflictDoUpdate({
				target: [commentDrafts.readerId, commentDrafts.articleId],
				set: { body, parentId, savedAt: new Date() },
			})
	})
}

/**
 * The drafts of the account and of this browser, joined as `mergeReader` joins them; null without one. Excludes
 * a browser's reader that belongs to another account, as on a shared computer.
 */
export async function findDraft(viewer: Viewer, articleId: number) {
	const own = await readerIdOf(viewer)
	const { readerId: browser } = viewer
	if (!own && !browser) return null
	const drafts = await draftsOf(readDb(), { articleId, own, browser })
	const [first, second] = drafts.sort((a) => (a.readerId === own ? -1 : 1))
	return first && second ? joinedDrafts(first, second) : (first ?? null)
}

const draftsOf = prepared(['articleId', 'own', 'browser'], (on, { articleId, own, browser }) =>
	on
		.select({
			readerId: commentDrafts.readerId,
			body: commentDrafts.body,
			parentId: commentDrafts.parentId,
			savedAt: commentDrafts.savedAt,
		})
		.from(commentDrafts)
		.innerJoin(readers, eq(readers.id, commentDrafts.readerId))
		.where(
			and(
				or(eq(commentDrafts.readerId, own), eq(commentDrafts.readerId, browser)),
				eq(commentDrafts.articleId, articleId),
				or(isNull(readers.personId), eq(readers.id, own)),
			),
		),
)

/** The text as stored. @throws Refusal `invalid` for an empty or too long one */
export function checkBody(text: string): string {
	const body = plainLines(text)
	const verdict = checkLength({ body })
	if (verdict) throw refusalOf(verdict.reason)
	return body
}

async function threadPosition(tx: Tx, articleId: number, parentId: number | null) {
	if (parentId === null) return { parentId: null, rootId: null, depth: 0 }
	const [parent] = await tx
		.select()
		.from(comments)
		.where(and(eq(comments.id, parentId), eq(comments.articleId, articleId), eq(comments.state, 'approved')))
	if (!parent) throw new Refusal('gone', messages().refusals.parentGone, 'body')
	const tooDeep = parent.depth >= REPLY_DEPTH_MAX
	return {
		parentId: tooDeep ? parent.parentId : parent.id,
		rootId: parent.rootId ?? parent.id,
		depth: tooDeep ? parent.depth : parent.depth + 1,
	}
}

type Sent = Pick<RecentComment, 'articleId' | 'body' | 'parentId'>

function findDuplicate(recent: RecentComment[], { articleId, body, parentId }: Sent) {
	const since = Date.now() - DUPLICATE_WITHIN_MS
	const duplicate = recent.find(
		(each) =>
			each.articleId === articleId &&
			each.body === body &&
			each.parentId === parentId &&
			each.createdAt.getTime() > since,
	)
	return duplicate ? { id: duplicate.id, state: duplicate.state } : null
}

const heldForOf = async (tx: Tx, { id, state }: Pick<RecentComment, 'id' | 'state'>): Promise<Reason[]> =>
	state === 'waiting' ? ((await findingsOf(tx, [id])).get(id) ?? []) : []
