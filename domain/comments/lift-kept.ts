import { and, desc, eq, gt } from 'drizzle-orm'
import { readDb, type Tx, write } from '@/db'
import { keptRestrictions } from '@/db/schema'
import { Refusal } from '@/lib/refusal'
import { audit } from '../audit'
import { checkEmail } from '../people'
import { authorize, type Viewer } from '../permissions'
import { hmacOf } from './kept-restrictions'

/** Kept restrictions shown at once, the newest. */
const LISTED_MAX = 50

/** The restrictions of deleted accounts in force, the newest first, without their addresses. */
export async function listKeptRestrictions(viewer: Viewer) {
	authorize(viewer, 'moderate comments')
	const { id, kind, reason, createdAt, expiresAt } = keptRestrictions
	return readDb()
		.select({ id, kind, reason, createdAt, expiresAt })
		.from(keptRestrictions)
		.where(gt(expiresAt, new Date()))
		.orderBy(desc(id))
		.limit(LISTED_MAX)
}

/** Ends a kept restriction. @throws Refusal */
export async function liftKeptRestriction(viewer: Viewer, id: number): Promise<void> {
	authorize(viewer, 'moderate comments')
	const lifted = await write((tx) => liftIn(tx, viewer, { id }))
	if (lifted === 0) throw new Refusal('not-found', 'This restriction is no longer in force.')
}

/**
 * Ends the restrictions kept for an address that its owner tells: none is stored that the list could show.
 *
 * @throws Refusal `invalid` naming the field
 */
export async function liftKeptRestrictionsOf(viewer: Viewer, typed: string): Promise<void> {
	authorize(viewer, 'moderate comments')
	const addressHmac = hmacOf(checkEmail(typed))
	const lifted = await write((tx) => liftIn(tx, viewer, { addressHmac }))
	if (lifted === 0) throw new Refusal('invalid', 'No restriction is kept for this address.', 'email')
}

type Which = { id: number } | { addressHmac: string }

/** The log, which is kept for ever, has no number or hash that leads to the address. */
async function liftIn(tx: Tx, viewer: Viewer, which: Which): Promise<number> {
	const lifted = await tx
		.delete(keptRestrictions)
		.where(
			and(
				'id' in which
					? eq(keptRestrictions.id, which.id)
					: eq(keptRestrictions.addressHmac, which.addressHmac),
				gt(keptRestrictions.expiresAt, new Date()),
			),
		)
		.returning({ kind: keptRestrictions.kind })
	for (const { kind } of lifted) await audit(tx, viewer, 'lift kept restriction', 'comments', { kind })
	return lifted.length
}
