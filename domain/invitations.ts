import { randomBytes } from 'node:crypto'
import { and, eq, gt, isNull } from 'drizzle-orm'
import { readDb, write } from '@/db'
import { invitations } from '@/db/schema'
import { Refusal } from '@/lib/refusal'
import { hasOwner, insertPerson, prepareAccount } from './people'
import { createSession, hashToken, type NewSession } from './sessions'

/** Lifetime of the first owner's link; every server start without an owner prints a new one. */
export const OWNER_LINK_HOURS = 24

/** Creates the token of a link for the first owner and revokes older links. @returns null if an owner exists */
export async function inviteFirstOwner(): Promise<string | null> {
	if (await hasOwner()) return null
	const token = randomBytes(24).toString('base64url')
	await write(async (tx) => {
		await tx.delete(invitations).where(isNull(invitations.acceptedAt))
		await tx.insert(invitations).values({
			tokenHash: hashToken(token),
			role: 'owner',
			expiresAt: new Date(Date.now() + OWNER_LINK_HOURS * 3_600_000),
		})
	})
	return token
}

export async function isOpenInvitation(token: string): Promise<boolean> {
	const [row] = await readDb().select().from(invitations).where(open(token))
	return row !== undefined
}

/**
 * Consumes the invitation, creates its account and a session. @throws Refusal `gone` for a used or expired link
 */
export async function acceptInvitation(
	token: string,
	person: { name: string; email: string; password: string },
): Promise<NewSession> {
	const account = await prepareAccount({ ...person, role: 'owner' })
	return write(async (tx) => {
		const [invitation] = await tx
			.update(invitations)
			.set({ acceptedAt: new Date() })
			.where(open(token))
			.returning({ role: invitations.role })
		if (!invitation)
			throw new Refusal(
				'gone',
				'This link has been used or is too old. Restart the square to get a fresh one.',
			)
		const { id } = await insertPerson(tx, { ...account, role: invitation.role })
		return createSession(tx, id)
	})
}

const open = (token: string) =>
	and(
		eq(invitations.tokenHash, hashToken(token)),
		isNull(invitations.acceptedAt),
		gt(invitations.expiresAt, new Date()),
	)
