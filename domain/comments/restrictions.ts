import { and, desc, eq, isNull } from 'drizzle-orm'
import { prepared, type Queryable, readDb, type Tx, write } from '@/db'
import { comments, people, readerRestrictions, readers } from '@/db/schema'
import type { Reason, Restriction } from '@/lib/moderation-phases'
import { isVisible, plainLines } from '@/lib/printed-text'
import { Refusal } from '@/lib/refusal'
import { isStaffRole } from '@/lib/roles'
import { fromLocalDateTime, isDay, startOfNextDay, toLocalDateTime } from '@/lib/time-zone'
import { audit } from '../audit'
import { authorize, type Viewer } from '../permissions'
import { isAnonymous, readerIdOf } from '../readers'
import { siteSettings } from '../settings'
import { keptRestrictionsOf, keptRestrictionsOfAddress } from './kept-restrictions'

/** In characters; the reason is read by the person. */
const REASON_LENGTH_MAX = 500

type NewRestriction = {
	kind: string
	/** Told to the person with each refused or held comment. */
	reason: string
	/** The last day, as `2027-06-30`; empty for no end. */
	until: string
}

type Author = { readerId: string; email: string | null }

/** Locks a comment, and returns its author. @throws Refusal `not-found` */
export async function lockAuthor(tx: Tx, commentId: number): Promise<Author & { isStaff: boolean }> {
	await tx.lock('comment', commentId)
	const [comment] = await tx
		.select({ readerId: comments.readerId, email: comments.authorEmail, role: people.role })
		.from(comments)
		.leftJoin(readers, eq(readers.id, comments.readerId))
		.leftJoin(people, eq(people.id, readers.personId))
		.where(eq(comments.id, commentId))
	if (!comment) throw new Refusal('not-found', 'There is no comment with this number.')
	const { readerId, email, role } = comment
	if (!readerId) throw new Refusal('gone', 'The author of this comment is no longer known.')
	return { readerId, email, isStaff: isStaffRole(role) }
}

/**
 * Bans the author of a comment from commenting in the same browser or account, or holds each further comment. Nothing
 * that is posted changes.
 *
 * @throws Refusal
 */
export async function restrictAuthor(
	viewer: Viewer,
	commentId: number,
	typed: NewRestriction,
): Promise<void> {
	authorize(viewer, 'moderate comments')
	const { timeZone } = await siteSettings()
	const { kind } = typed
	if (kind !== 'ban' && kind !== 'mute')
		throw new Refusal('invalid', 'Please choose whether comments are refused or wait.', 'kind')
	const reason = checkReason(typed.reason)
	const endsAt = typed.until ? endOf(typed.until, timeZone) : null
	await write(async (tx) => {
		const { readerId, email, isStaff } = await lockAuthor(tx, commentId)
		if (isStaff) throw new Refusal('invalid', 'Staff are not restricted here; their account can be disabled.')
		await tx.lock('reader', readerId)
		const row = { readerId, email: email && foldEmail(email), reason, endsAt, addedBy: viewer.person.id }
		await tx.insert(readerRestrictions).values({ ...row, kind })
		await audit(tx, viewer, 'restrict commenter', `comment:${commentId}`, { kind, reason, endsAt })
	})
}

/** Ends a restriction of the author of a comment. @throws Refusal */
export async function liftRestriction(viewer: Viewer, commentId: number, id: number): Promise<void> {
	authorize(viewer, 'moderate comments')
	await write(async (tx) => {
		const { readerId } = await lockAuthor(tx, commentId)
		await tx.lock('reader', readerId)
		const [lifted] = await tx
			.update(readerRestrictions)
			.set({ liftedAt: new Date(), liftedBy: viewer.person.id })
			.where(
				and(
					eq(readerRestrictions.id, id),
					eq(readerRestrictions.readerId, readerId),
					isNull(readerRestrictions.liftedAt),
				),
			)
			.returning({ kind: readerRestrictions.kind })
		if (lifted) await audit(tx, viewer, 'lift restriction', `comment:${commentId}`, { kind: lifted.kind })
	})
}

/**
 * The restriction in force for an author as the reason of the phase `banned`: the strictest of the reader and of deleted
 * accounts with the confirmed address of the reader's, else the hold for a guest with the e-mail address of a restricted
 * guest or of a deleted account with a kept restriction. Any guest can type an address, so that one alone refuses
 * nothing, and does not tell the reason given to another reader.
 */
export async function restrictionOf(
	tx: Tx,
	{ readerId, email }: Author,
	timeZone: string,
): Promise<RestrictionReason | null> {
	const own = await restrictionOfReader(tx, readerId, timeZone)
	if (own) return { phase: 'banned', ...own }
	if (!email) return null
	const [other] = [
		...(await restrictionsOfAddress(tx, { email: foldEmail(email) })),
		...(await keptRestrictionsOfAddress(tx, email)),
	].filter(isInForce)
	return other ? { phase: 'banned', kind: 'address' } : null
}

type RestrictionReason = Extract<Reason, { phase: 'banned' }>

/** The restriction in force that the viewer is told before writing; not that of another account of a shared computer. */
export async function ownRestriction(viewer: Viewer): Promise<Restriction | null> {
	const readerId = await readerIdOf(viewer)
	if (!readerId || !(viewer.person || (await isAnonymous(readerId)))) return null
	return restrictionOfReader(readDb(), readerId, (await siteSettings()).timeZone)
}

async function restrictionOfReader(
	on: Queryable,
	readerId: string,
	timeZone: string,
): Promise<Restriction | null> {
	const all = [
		...(await restrictionsOfReader(on, { readerId })),
		...(await keptRestrictionsOf(on, readerId)),
	].filter(isInForce)
	const strictest = all.find(({ kind }) => kind === 'ban') ?? all[0]
	if (!strictest) return null
	const { kind, reason: words, endsAt } = strictest
	return { kind, words, until: endsAt && lastDay(endsAt, timeZone) }
}

const isInForce = ({ endsAt }: { endsAt: Date | null }): boolean =>
	endsAt === null || endsAt.getTime() > Date.now()

const RESTRICTION = {
	kind: readerRestrictions.kind,
	reason: readerRestrictions.reason,
	endsAt: readerRestrictions.endsAt,
}

const restrictionsOfReader = prepared(['readerId'], (on, { readerId }) =>
	on
		.select(RESTRICTION)
		.from(readerRestrictions)
		.where(and(eq(readerRestrictions.readerId, readerId), isNull(readerRestrictions.liftedAt)))
		.orderBy(desc(readerRestrictions.id)),
)

const restrictionsOfAddress = prepared(['email'], (on, { email }) =>
	on
		.select(RESTRICTION)
		.from(readerRestrictions)
		.where(and(eq(readerRestrictions.email, email), isNull(readerRestrictions.liftedAt))),
)

/** All restrictions of a reader, the newest first. */
export const listRestrictions = (readerId: string) =>
	readDb()
		.select({
			id: readerRestrictions.id,
			kind: readerRestrictions.kind,
			reason: readerRestrictions.reason,
			endsAt: readerRestrictions.endsAt,
			createdAt: readerRestrictions.createdAt,
			liftedAt: readerRestrictions.liftedAt,
			by: people.name,
		})
		.from(readerRestrictions)
		.leftJoin(people, eq(people.id, readerRestrictions.addedBy))
		.where(eq(readerRestrictions.readerId, readerId))
		.orderBy(desc(readerRestrictions.id))

const foldEmail = (email: string): string => email.trim().toLowerCase()

/** The last day of a restriction, as `2027-06-30`. */
export const lastDay = (endsAt: Date, timeZone: string): string =>
	toLocalDateTime(new Date(endsAt.getTime() - 1), timeZone).slice(0, 10)

function checkReason(typed: string): string {
	const reason = plainLines(typed)
	if (!isVisible(reason))
		throw new Refusal('invalid', 'Please write a reason; the person reads it with each comment.', 'reason')
	if (reason.length > REASON_LENGTH_MAX)
		throw new Refusal('invalid', `Please keep the reason under ${REASON_LENGTH_MAX} characters.`, 'reason')
	return reason
}

function endOf(day: string, timeZone: string): Date {
	const noon = isDay(day) ? fromLocalDateTime(`${day}T12:00`, timeZone) : null
	if (!noon) throw new Refusal('invalid', 'Please give the last day as 2027-06-30.', 'until')
	const end = startOfNextDay(noon, timeZone)
	if (end.getTime() <= Date.now()) throw new Refusal('invalid', 'This day has passed.', 'until')
	return end
}
