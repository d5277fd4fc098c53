import { randomBytes } from 'node:crypto'
import { and, eq, gt, inArray, isNull } from 'drizzle-orm'
import { write } from '@/db'
import { people, signInChallenges } from '@/db/schema'
import { messages } from '@/lib/messages/messages'
import { Refusal } from '@/lib/refusal'
import { audit } from './audit'
import { findPersonByEmail } from './people'
import { ANONYMOUS } from './permissions'
import { beginSession, hashToken, type SignIn } from './sessions'

/** Enough to copy the link from a terminal to a browser. */
export const SIGN_IN_LINK_MINUTES = 15

/**
 * Creates the token of a link that signs a person in once without a password; for the command line, whose user
 * can read the database anyway. Earlier links of the person stay valid until they expire.
 *
 * @throws Refusal `not-found` for an address without an account
 */
export async function makeSignInLink(email: string): Promise<string> {
	const person = await findPersonByEmail(email)
	if (!person) throw new Refusal('not-found', `No account has the e-mail address ${email}.`, 'email')
	const token = randomBytes(24).toString('base64url')
	const expiresAt = new Date(Date.now() + SIGN_IN_LINK_MINUTES * 60_000)
	await write(async (tx) => {
		const row = { tokenHash: hashToken(token), kind: 'sign-in link' as const, personId: person.id, expiresAt }
		await tx.insert(signInChallenges).values(row)
		await audit(tx, ANONYMOUS, 'make sign-in link', `person:${person.id}`)
	})
	return token
}

/** Consumes the link and begins a session. @throws Refusal `gone` for a used or expired link */
export async function redeemSignInLink(token: string, device: string | null = null): Promise<SignIn> {
	return write(async (tx) => {
		const enabled = tx.select({ id: people.id }).from(people).where(isNull(people.disabledAt))
		const [link] = await tx
			.delete(signInChallenges)
			.where(
				and(
					eq(signInChallenges.tokenHash, hashToken(token)),
					eq(signInChallenges.kind, 'sign-in link'),
					gt(signInChallenges.expiresAt, new Date()),
					inArray(signInChallenges.personId, enabled),
				),
			)
			.returning({ personId: signInChallenges.personId })
		if (!link?.personId) throw new Refusal('gone', messages().refusals.linkUsed)
		await audit(tx, ANONYMOUS, 'use sign-in link', `person:${link.personId}`)
		// As after a password: a link may have been read by others in a terminal, a chat or a mailbox.
		return beginSession(tx, link.personId, device)
	})
}
