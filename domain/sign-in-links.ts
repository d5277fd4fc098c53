import { and, eq, gt, inArray, isNull } from 'drizzle-orm'
import { readDb, type Tx, write } from '@/db'
import { people, signInChallenges } from '@/db/schema'
import { messages } from '@/lib/messages/messages'
import { Refusal } from '@/lib/refusal'
import { audit } from './audit'
import { setEmailConfirmed } from './email-confirmation'
import { newToken } from './invitations'
import { mailSignIn, tokenLink } from './mails'
import { hashPassword } from './passwords'
import { findPersonByEmail, setPasswordHash } from './people'
import { ANONYMOUS } from './permissions'
import { beginSession, hashToken, type SignIn } from './sessions'
import { siteSettings } from './settings'
import { removeUnconfirmedSignIns } from './unconfirmed-sign-ins'

/** Enough to copy the link from a terminal to a browser, or to find the mail. */
export const SIGN_IN_LINK_MINUTES = 15

const KINDS = ['sign-in link', 'mailed sign-in link'] as const

/**
 * Creates the token of a link that signs a person in once without a password; for the command line, whose user
 * can read the database anyway. Earlier links of the person stay valid until they expire.
 *
 * @throws Refusal `not-found` for an address without an account
 */
export async function makeSignInLink(email: string): Promise<string> {
	const person = await findPersonByEmail(email)
	if (!person) throw new Refusal('not-found', `No account has the e-mail address ${email}.`, 'email')
	return insertLink(person.id, 'sign-in link')
}

/**
 * Mails a link that signs in once to an address with an account, of any role: a second factor is asked for as after a
 * password. The caller answers without waiting for it, so that neither the response nor its time reveals whether the
 * account exists.
 *
 * @param next path that the link leads to
 */
export async function mailSignInLink(email: string, next: string): Promise<void> {
	const person = await findPersonByEmail(email)
	if (!person) return
	const token = await insertLink(person.id, 'mailed sign-in link')
	const link = `${tokenLink('/sign-in', token, 'link')}&next=${encodeURIComponent(next)}`
	await mailSignIn({ email, name: person.mailName }, { link, minutes: SIGN_IN_LINK_MINUTES })
}

async function insertLink(personId: string, kind: (typeof KINDS)[number]): Promise<string> {
	const token = newToken()
	const expiresAt = new Date(Date.now() + SIGN_IN_LINK_MINUTES * 60_000)
	await write(async (tx) => {
		await tx.insert(signInChallenges).values({ tokenHash: hashToken(token), kind, personId, expiresAt })
		const isMailed = kind === 'mailed sign-in link'
		await audit(tx, ANONYMOUS, isMailed ? 'request sign-in link' : 'make sign-in link', `person:${personId}`)
	})
	return token
}

/** The account of a link, for the page with its button; null for a used or expired one. */
export async function findSignInLink(token: string): Promise<{ name: string; endsPassword: boolean } | null> {
	const [link] = await readDb()
		.select({ name: people.name, kind: signInChallenges.kind, at: people.emailConfirmedAt })
		.from(signInChallenges)
		.innerJoin(people, eq(people.id, signInChallenges.personId))
		.where(and(open(token), isNull(people.disabledAt)))
	if (!link) return null
	return { name: link.name, endsPassword: link.kind === 'mailed sign-in link' && link.at === null }
}

/**
 * Consumes the link and begins a session. The first mailed link of an unconfirmed address confirms it, ends the
 * password and the sessions of the account, and removes its passkeys, second factors and providers: a stranger may have
 * signed up with the address of another person.
 *
 * @throws Refusal `gone` for a used or expired link
 */
export async function redeemSignInLink(token: string, device: string | null = null): Promise<SignIn> {
	const endsPassword = (await findSignInLink(token))?.endsPassword ?? false
	// Of a password that nobody knows; hashed before the transaction, which other writes wait for.
	const { timeZone } = await siteSettings()
	const passwordHash = endsPassword ? await hashPassword(newToken()) : null
	return write(async (tx) => {
		const enabled = tx.select({ id: people.id }).from(people).where(isNull(people.disabledAt))
		const [link] = await tx
			.delete(signInChallenges)
			.where(and(open(token), inArray(signInChallenges.personId, enabled)))
			.returning({ personId: signInChallenges.personId })
		if (!link?.personId) throw new Refusal('gone', messages().refusals.linkUsed)
		await audit(tx, ANONYMOUS, 'use sign-in link', `person:${link.personId}`)
		if (passwordHash) await claimAccount(tx, link.personId, { passwordHash, timeZone })
		// As after a password: a link may have been read by others in a terminal, a chat or a mailbox.
		return beginSession(tx, link.personId, device)
	})
}

async function claimAccount(
	tx: Tx,
	personId: string,
	{ passwordHash, timeZone }: { passwordHash: string; timeZone: string },
): Promise<void> {
	await setPasswordHash(tx, personId, passwordHash)
	await removeUnconfirmedSignIns(tx, personId)
	await setEmailConfirmed(tx, personId, timeZone)
}

const open = (token: string) =>
	and(
		eq(signInChallenges.tokenHash, hashToken(token)),
		inArray(signInChallenges.kind, KINDS),
		gt(signInChallenges.expiresAt, new Date()),
	)
