import { and, desc, eq, gt } from 'drizzle-orm'
import { prepared, type Tx } from '@/db'
import { comments } from '@/db/schema'
import { env } from '@/lib/env'
import type { ModerationPhase, Reason } from '@/lib/moderation-phases'
import { refusalWords } from '@/lib/moderation-reasons'
import { Refusal, type RefusalCode } from '@/lib/refusal'
import type { Responses } from '../articles/responses'
import type { Viewer } from '../permissions'
import { isAddressConfirmed } from './confirmed-address'
import type { ExternalVerdict } from './external-check'
import { RECENT_MAX } from './recent-limit'
import { restrictionOf } from './restrictions'
import { type CommentText, checkLength, checkLinks, checkWords, type Verdict } from './text-phases'

/** Minutes in which the speed and flood phases count comments. */
const COUNTED_MINUTES = 10
/** Hours in which the same words are a repetition … */
const REPEAT_HOURS = 24
/** … among this many last comments, which bounds the work, … */
const REPEAT_AMONG = 10
/** … if they have this many characters; "Thank you!" may be said twice. */
const REPEAT_LENGTH_MIN = 20

export type RecentComment = typeof comments.$inferSelect

export type Candidate = CommentText & {
	viewer: Viewer
	readerId: string
	/** A guest's e-mail address. */
	email: string | null
	/** Value of the honeypot field, which is hidden from people; text in it marks a bot. */
	honeypot: string
	/** What the story takes from readers. */
	responses: Responses
	/** The reader's last comments, newest first. */
	recent: RecentComment[]
	/** The answer of the operator's service; null without one. */
	external?: ExternalVerdict | null
}

type Check = (candidate: Candidate, tx: Tx) => Verdict | null | Promise<Verdict | null>

const hold = (reason: Reason): Verdict => ({ action: 'hold', reason })

const checkClosed: Check = ({ responses: { closed } }) =>
	closed && {
		action: 'refuse',
		reason: { phase: 'closed', afterDays: closed.afterDays, words: closed.reason },
	}

const checkBan: Check = async ({ readerId, email, settings }, tx) => {
	const reason = await restrictionOf(tx, { readerId, email }, settings.timeZone)
	return reason && { action: reason.kind === 'ban' ? 'refuse' : 'hold', reason }
}

const since = (recent: RecentComment[], ms: number): RecentComment[] =>
	recent.filter(({ createdAt }) => createdAt.getTime() > Date.now() - ms)

/** A text for comparison with others; folding ten long ones would take too long. */
const comparable = (body: string): string =>
	body
		.toLowerCase()
		.replace(/\p{Cf}/gu, '')
		.replace(/[\s\p{P}]+/gu, ' ')
		.trim()

const checkRepetition: Check = ({ body, recent }) => {
	const words = comparable(body)
	if (words.length < REPEAT_LENGTH_MIN) return null
	const isRepeated = since(recent.slice(0, REPEAT_AMONG), REPEAT_HOURS * 3_600_000).some(
		(each) => comparable(each.body) === words,
	)
	return isRepeated ? hold({ phase: 'repeatPost', hours: REPEAT_HOURS }) : null
}

const checkSpeed: Check = ({ recent, settings }) => {
	const max = settings.commentSpeedMax
	const count = since(recent, COUNTED_MINUTES * 60_000).length + 1
	return max > 0 && count > max ? hold({ phase: 'speed', count, minutes: COUNTED_MINUTES, max }) : null
}

const checkFlood: Check = async ({ readerId, settings }, tx) => {
	const max = settings.commentFloodMax
	if (max === 0) return null
	const [earlier] = await newestBut(tx, { newer: max - 1 })
	if (!earlier || earlier.createdAt.getTime() <= Date.now() - COUNTED_MINUTES * 60_000) return null
	const approved = await someApproved(tx, { readerId, limit: 1 })
	return approved.length === 0 ? hold({ phase: 'flood', minutes: COUNTED_MINUTES, max }) : null
}

const checkHoneypot: Check = ({ honeypot }) => (honeypot ? hold({ phase: 'honeypot' }) : null)

const checkAddress: Check = async ({ viewer, readerId, email, responses }, tx) => {
	if (responses.from !== 'confirmed' || (await isAddressConfirmed(tx, { viewer, readerId, email })))
		return null
	return hold({ phase: 'unconfirmed', guest: viewer.person === null, mails: env.smtpUrl !== '' })
}

const checkPremoderation: Check = ({ responses }) =>
	responses.comments === 'premoderated' ? hold({ phase: 'premoderated' }) : null

const checkTrust: Check = async ({ readerId, settings }, tx) => {
	const needed = settings.commentsHeldFirst
	if (needed === 0) return null
	const { length } = await someApproved(tx, { readerId, limit: needed })
	return length < needed ? hold({ phase: 'trust', approved: length, needed }) : null
}

const checkAnswer: Check = ({ external }) => {
	if (!external || external.action === 'pass') return null
	if (external.action === 'failed') return hold({ phase: 'webhook', words: null })
	return { action: external.action, reason: { phase: 'webhook', words: external.words } }
}

/** Approved comments of a reader, at most `limit`. */
const someApproved = prepared(['readerId', 'limit'], (on, { readerId, limit }) =>
	on
		.select({ id: comments.id })
		.from(comments)
		.where(and(eq(comments.readerId, readerId), eq(comments.state, 'approved')))
		.limit(limit),
)

/** The comment before the `newer` newest ones of the site; with the bound, SQLite searches by the key. */
const newestBut = prepared(['newer'], (on, { newer }) =>
	on
		.select({ createdAt: comments.createdAt })
		.from(comments)
		.where(gt(comments.id, 0))
		.orderBy(desc(comments.id))
		.limit(1)
		.offset(newer),
)

/** The phases in order; those after `closed` are for readers only, not for staff. */
const PHASES: { name: ModerationPhase; check: Check; forStaff?: boolean }[] = [
	{ name: 'length', check: checkLength, forStaff: true },
	{ name: 'closed', check: checkClosed, forStaff: true },
	{ name: 'banned', check: checkBan },
	{ name: 'repeatPost', check: checkRepetition },
	{ name: 'links', check: checkLinks },
	{ name: 'wordList', check: checkWords },
	{ name: 'speed', check: checkSpeed },
	{ name: 'flood', check: checkFlood },
	{ name: 'honeypot', check: checkHoneypot },
	{ name: 'unconfirmed', check: checkAddress },
	{ name: 'premoderated', check: checkPremoderation },
	{ name: 'trust', check: checkTrust },
	{ name: 'webhook', check: checkAnswer },
]

/**
 * Runs the phases: the reasons to hold a comment, none for one that is approved. All phases run, so that a refusal
 * cannot be avoided by a text that an earlier phase holds.
 *
 * @throws Refusal of the first phase that refuses
 */
export async function autoModerate(tx: Tx, candidate: Candidate): Promise<Reason[]> {
	const { person } = candidate.viewer
	const isStaff = person !== null && person.role !== 'reader'
	const held: Reason[] = []
	for (const { check, forStaff = false } of PHASES) {
		if (isStaff && !forStaff) continue
		const verdict = await check(candidate, tx)
		if (verdict?.action === 'refuse') throw refusalOf(verdict.reason)
		if (verdict) held.push(verdict.reason)
	}
	return held
}

/** Phases that a text alone can meet, in order. */
const TEXT_PHASES = [checkLength, checkLinks, checkWords]

/** The verdicts of the phases on a text alone, for the test box of the desk. */
export const verdictsOn = (text: CommentText): Verdict[] =>
	TEXT_PHASES.map((check) => check(text)).filter((verdict) => verdict !== null)

const CODES: Partial<Record<ModerationPhase, RefusalCode>> = { closed: 'gone' }

export const refusalOf = (reason: Reason): Refusal =>
	new Refusal(
		CODES[reason.phase] ?? 'invalid',
		refusalWords(reason),
		reason.phase === 'wordList' && reason.inName ? 'name' : 'body',
	)

export const recentComments = prepared(['readerId'], (on, { readerId }) =>
	on
		.select()
		.from(comments)
		.where(eq(comments.readerId, readerId))
		.orderBy(desc(comments.id))
		.limit(RECENT_MAX),
)
