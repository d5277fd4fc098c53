import { and, count, desc, eq, gt, inArray, isNull } from 'drizzle-orm'
import { readDb, type Tx, write } from '@/db'
import { comments, formerNames, people, readers } from '@/db/schema'
import { personTag } from '@/lib/invalidation'
import { messages } from '@/lib/messages/messages'
import { NAME_CHANGE_DAYS, NAME_CHANGES_MAX } from '@/lib/name-changes'
import { Refusal } from '@/lib/refusal'
import { audit } from './audit'
import { checkName } from './people'
import { authorize, type SignedInViewer, type Viewer } from './permissions'
import { refuseStaffName } from './staff-names'

const DAY_MS = 86_400_000

/** A former name, and the time of the change that replaced it. */
export type FormerName = { name: string; replacedAt: Date }

/**
 * Changes the viewer's public name, also above past comments.
 *
 * @throws Refusal `invalid` for the field, also for the name of a person of the newsroom, or `rate-limited`
 */
export async function changeOwnName({ person }: SignedInViewer, typed: string): Promise<void> {
	const name = checkName(typed)
	await refuseStaffName(name, person.id)
	await write(async (tx) => {
		await tx.lock('person', person.id)
		const [own] = await tx.select({ name: people.name }).from(people).where(eq(people.id, person.id))
		if (!own) throw new Refusal('unauthenticated', messages().refusals.signInFirst)
		if (own.name === name) return
		const since = new Date(Date.now() - NAME_CHANGE_DAYS * DAY_MS)
		const [changes] = await tx
			.select({ number: count() })
			.from(formerNames)
			.where(and(eq(formerNames.personId, person.id), gt(formerNames.replacedAt, since)))
		if ((changes?.number ?? 0) >= NAME_CHANGES_MAX)
			throw new Refusal(
				'rate-limited',
				messages().publicName.tooOften(NAME_CHANGES_MAX, NAME_CHANGE_DAYS),
				'name',
			)
		await tx.update(people).set({ name }).where(eq(people.id, person.id))
		await carryName(tx, person.id, { from: own.name, to: name })
		// The log is kept for ever, and readers delete their accounts.
		await audit(tx, { person, readerId: null }, 'change own name', `person:${person.id}`)
	})
}

/**
 * Puts a new name above the comments of an account, and keeps the former one for moderators. The caller holds the lock
 * of the person.
 */
export async function carryName(
	tx: Tx,
	personId: string,
	{ from, to }: { from: string; to: string },
): Promise<void> {
	if (from === to) return
	await tx.insert(formerNames).values({ personId, name: from })
	const renamed = await tx
		.update(comments)
		.set({ authorName: to })
		.where(
			and(
				inArray(
					comments.readerId,
					tx.select({ id: readers.id }).from(readers).where(eq(readers.personId, personId)),
				),
				eq(comments.personId, personId),
				isNull(comments.deletedAt),
			),
		)
		.returning({ articleId: comments.articleId })
	tx.changed(personTag(personId), 'staff')
	if (renamed.length > 0) tx.changed('comments')
	for (const articleId of new Set(renamed.map((row) => row.articleId))) tx.changed(`comments:${articleId}`)
}

/** Former names of a person for moderators, the last one first. */
export async function listFormerNames(viewer: Viewer, personId: string): Promise<FormerName[]> {
	authorize(viewer, 'moderate comments')
	return formerNamesOf(personId)
}

export const formerNamesOf = async (personId: string): Promise<FormerName[]> =>
	readDb()
		.select({ name: formerNames.name, replacedAt: formerNames.replacedAt })
		.from(formerNames)
		.where(eq(formerNames.personId, personId))
		.orderBy(desc(formerNames.id))
