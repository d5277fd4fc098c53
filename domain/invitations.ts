import { randomBytes } from 'node:crypto'
import { and, eq, gt, isNull } from 'drizzle-orm'
import { invitations } from '@/db/schema'
import { readDb } from '@/db/sqlite/connection'
import { write } from '@/db/write'
import { Refusal } from '@/lib/refusal'
import { hasOwner, insertPerson, prepareAccount } from './people'
import { createSession, hashToken, type NewSession } from './sessions'

/** A day to find the terminal again; every start without an owner prints a fresh link. */
export const OWNER_LINK_HOURS = 24

/** The token of a fresh link that creates the first owner, or null when there is one. Older links end. */
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

/** Uses the link up and signs its person in. @throws Refusal when the link is used up or too old */
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
