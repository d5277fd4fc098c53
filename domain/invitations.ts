import { randomBytes } from 'node:crypto'
import { and, eq, gt, isNull } from 'drizzle-orm'
import { readDb, type Tx, write } from '@/db'
import { invitations, people } from '@/db/schema'
import { personTag } from '@/lib/invalidation'
import { messages } from '@/lib/messages/messages'
import { Refusal } from '@/lib/refusal'
import type { Role } from '@/lib/roles'
import { audit } from './audit'
import { beginFirstRun } from './first-run'
import { hasOwner, insertPerson, prepareAccount, refuseTakenEmail, setPasswordHash } from './people'
import { ANONYMOUS } from './permissions'
import { createSession, hashToken, type NewSession } from './sessions'

/** Lifetime of the first owner's link; every server start without an owner prints a new one. */
export const OWNER_LINK_HOURS = 24

/** Token of a link: 192 bits, beyond guessing. */
export const newToken = (): string => randomBytes(24).toString('base64url')

/** Creates the token of a link for the first owner and revokes older links. @returns null if an owner exists */
export async function inviteFirstOwner(): Promise<string | null> {
	if (await hasOwner()) return null
	const token = newToken()
	await write(async (tx) => {
		// Of servers that start together, the link of the last one is valid.
		await tx.lock('owners', '')
		await tx.delete(invitations).where(isNull(invitations.acceptedAt))
		await tx.insert(invitations).values({
			tokenHash: hashToken(token),
			role: 'owner',
			expiresAt: new Date(Date.now() + OWNER_LINK_HOURS * 3_600_000),
		})
	})
	return token
}

/** The fields that the form of an open invitation shows. */
export type OpenInvitation = { email: string | null; name: string | null; role: Role; first: boolean }

/** The open invitation of a link; null for a used, expired or revoked one. */
export async function findInvitation(token: string): Promise<OpenInvitation | null> {
	const [row] = await readDb().select().from(invitations).where(open(token))
	if (!row) return null
	return { email: row.email, name: row.name, role: row.role, first: row.createdBy === null }
}

/**
 * Consumes the invitation, creates its account and a session. An address in the invitation is the account's; an author
 * in it gets the account, and keeps the bylines.
 *
 * @throws Refusal `gone` for a used, expired or revoked link, or `invalid` or `conflict` naming the field
 */
export async function acceptInvitation(
	token: string,
	person: { name: string; email: string; password: string },
): Promise<NewSession> {
	const invited = await findInvitation(token)
	if (!invited) throw usedUp()
	const account = await prepareAccount({
		...person,
		email: invited.email ?? person.email,
		role: invited.role,
	})
	return write(async (tx) => {
		const [invitation] = await tx
			.update(invitations)
			// Address and name now belong to the account, with which they can be deleted.
			.set({ acceptedAt: new Date(), email: null, name: null })
			.where(open(token))
			.returning()
		if (!invitation) throw usedUp()
		const { personId, createdBy } = invitation
		const id = personId
			? await giveAccount(tx, personId, account)
			: (await insertPerson(tx, { ...account, role: invitation.role })).id
		if (account.role === 'owner') await beginFirstRun(tx)
		await audit(tx, ANONYMOUS, 'accept invitation', `person:${id}`, {
			role: account.role,
			invitedBy: createdBy,
		})
		return createSession(tx, id)
	})
}

type Account = Awaited<ReturnType<typeof prepareAccount>>

/** Turns an author without an account into an account. */
async function giveAccount(tx: Tx, personId: string, account: Account): Promise<string> {
	const { passwordHash, name, email, role } = account
	await tx.lock('person', personId)
	const rows = await refuseTakenEmail(() =>
		tx
			.update(people)
			.set({ name, email, role, emailConfirmedAt: new Date() })
			.where(and(eq(people.id, personId), isNull(people.email), isNull(people.disabledAt)))
			.returning({ id: people.id }),
	)
	if (rows.length === 0) throw usedUp()
	await setPasswordHash(tx, personId, passwordHash)
	tx.changed(personTag(personId), 'staff')
	return personId
}

const usedUp = () => new Refusal('gone', messages().refusals.invitationUsed)

const open = (token: string) =>
	and(
		eq(invitations.tokenHash, hashToken(token)),
		eq(invitations.kind, 'account'),
		isNull(invitations.acceptedAt),
		gt(invitations.expiresAt, new Date()),
	)
