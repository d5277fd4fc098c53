import { and, desc, eq, gt, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { prepared, type Queryable, type Tx } from '@/db'
import { keptRestrictions, people, readerRestrictions, readers } from '@/db/schema'
import { RETENTION } from '@/lib/retention'
import { hmac } from '@/lib/signing'
import { normalizeEmail } from '../people'

const DAY_MS = 86_400_000

/** The address under the installation's secret, without which it cannot be found by trying addresses. */
export const hmacOf = (email: string): string => hmac('kept restriction', normalizeEmail(email))

/**
 * Keeps the restrictions in force of an account that is being deleted, for a later account with the same address. Only
 * for a confirmed address: an unconfirmed one may belong to another person, who would be banned.
 */
export async function keepRestrictions(tx: Tx, readerId: string, email: string): Promise<void> {
	const now = new Date()
	const latest = new Date(now.getTime() + RETENTION.keptRestrictionDays * DAY_MS)
	const rows = await tx
		.select()
		.from(readerRestrictions)
		.where(and(eq(readerRestrictions.readerId, readerId), isNull(readerRestrictions.liftedAt)))
	const inForce = rows.filter(({ endsAt }) => endsAt === null || endsAt > now)
	for (const { kind, reason, endsAt, createdAt } of inForce)
		await tx.insert(keptRestrictions).values({
			...{ addressHmac: hmacOf(email), kind, reason, endsAt, createdAt },
			expiresAt: endsAt && endsAt < latest ? endsAt : latest,
		})
}

/** The restrictions kept of a deleted account with the confirmed address of a reader's account, the newest first. */
export async function keptRestrictionsOf(on: Queryable, readerId: string) {
	const [account] = await confirmedAddress(on, { readerId })
	return account?.email ? keptRestrictionsOfAddress(on, account.email) : []
}

/** The restrictions kept of a deleted account with an address, the newest first. */
export const keptRestrictionsOfAddress = async (on: Queryable, email: string) =>
	keptOf(on, { addressHmac: hmacOf(email), now: new Date() })

const confirmedAddress = prepared(['readerId'], (on, { readerId }) =>
	on
		.select({ email: people.email })
		.from(readers)
		.innerJoin(people, eq(people.id, readers.personId))
		.where(and(eq(readers.id, readerId), isNotNull(people.emailConfirmedAt))),
)

const keptOf = prepared(['addressHmac', 'now'], (on, { addressHmac, now }) =>
	on
		.select({
			kind: keptRestrictions.kind,
			reason: keptRestrictions.reason,
			endsAt: keptRestrictions.endsAt,
			createdAt: keptRestrictions.createdAt,
		})
		.from(keptRestrictions)
		.where(
			and(
				eq(keptRestrictions.addressHmac, addressHmac),
				gt(keptRestrictions.expiresAt, sql.param(now, keptRestrictions.expiresAt)),
			),
		)
		.orderBy(desc(keptRestrictions.id)),
)

export async function deleteKeptRestrictions(tx: Tx, now: Date): Promise<void> {
	await tx.delete(keptRestrictions).where(lt(keptRestrictions.expiresAt, now))
}
