import { and, eq, gt, isNotNull, isNull } from 'drizzle-orm'
import { readDb, type Tx, write } from '@/db'
import { emailConfirmations, people } from '@/db/schema'
import type { MailOutcome } from '@/lib/mail'
import { messages } from '@/lib/messages/messages'
import { Refusal } from '@/lib/refusal'
import { RETENTION } from '@/lib/retention'
import { audit } from './audit'
import { releaseCommentsOf } from './comments/confirmation'
import { newToken } from './invitations'
import { mailEmailConfirmation, mailKnownAddress, tokenLink } from './mails'
import { findPersonByEmail, type SignedUp } from './people'
import { ANONYMOUS, type Viewer } from './permissions'
import { hashToken } from './sessions'
import { siteSettings } from './settings'
import { hasSignIns, removeUnconfirmedSignIns } from './unconfirmed-sign-ins'

/** Lifetime of a link: covers a holiday, since it confirms an address and signs nobody in. */
export const EMAIL_CONFIRMATION_DAYS = RETENTION.emailConfirmationDays
const DAY_MS = 86_400_000

/**
 * Mails the link of a new account, or tells the owner of a known address of the sign-up. The caller answers without
 * waiting for it, so that neither the response nor its time reveals whether the account exists.
 *
 * @param next return path of the sign-up
 */
export async function mailAfterSignUp({ email, personId }: SignedUp, next: string): Promise<void> {
	if (personId !== null) return void (await mailLink({ id: personId, email }, next))
	const person = await findPersonByEmail(email)
	if (person) await mailKnownAddress({ email, name: person.mailName })
}

/** Mails the link of the viewer's account again. @throws Refusal `unauthenticated`, or `invalid` if it is confirmed */
export async function mailConfirmationAgain({ person }: Viewer): Promise<MailOutcome> {
	if (!person) throw new Refusal('unauthenticated', messages().refusals.signInFirst)
	const { email } = person
	if (!email || (await emailConfirmedAt(person.id)))
		throw new Refusal('invalid', messages().refusals.emailConfirmed)
	return mailLink({ id: person.id, email }, '/account')
}

type Account = { id: string; email: string }

async function mailLink(account: Account, next: string): Promise<MailOutcome> {
	const link = await makeConfirmationLink(account, next)
	return mailEmailConfirmation(account.email, { link, days: EMAIL_CONFIRMATION_DAYS })
}

/** URL that confirms the address of an account once, and then leads to `next`. */
export async function makeConfirmationLink({ id, email }: Account, next: string): Promise<string> {
	const token = newToken()
	const expiresAt = new Date(Date.now() + EMAIL_CONFIRMATION_DAYS * DAY_MS)
	await write((tx) =>
		tx
			.insert(emailConfirmations)
			.values({ tokenHash: hashToken(token), personId: id, email, expiresAt })
			.then(() => undefined),
	)
	return `${tokenLink('/sign-up/confirm', token)}${next === '/' ? '' : `&next=${encodeURIComponent(next)}`}`
}

/** Time at which the address of an account was confirmed; null for one that is not. */
export async function emailConfirmedAt(personId: string): Promise<Date | null> {
	const [person] = await readDb()
		.select({ at: people.emailConfirmedAt })
		.from(people)
		.where(eq(people.id, personId))
	return person?.at ?? null
}

/**
 * Whether the link of a token can confirm an address; null if not. `endsSignIns`: it is not the viewer's, and has
 * sessions or means of sign-in that `confirmEmail` removes.
 */
export async function findConfirmation(
	token: string,
	viewer: Viewer = ANONYMOUS,
): Promise<{ endsSignIns: boolean } | null> {
	const [row] = await readDb()
		.select({ id: people.id, confirmedAt: people.emailConfirmedAt })
		.from(emailConfirmations)
		.innerJoin(people, eq(people.id, emailConfirmations.personId))
		.where(and(open(token), eq(people.email, emailConfirmations.email), isNull(people.disabledAt)))
	if (!row) return null
	const isOther = viewer.person?.id !== row.id && row.confirmedAt === null
	return { endsSignIns: isOther && (await hasSignIns(row.id)) }
}

/**
 * Consumes the link and confirms the address of its account, which it does not sign in. Unless the viewer is signed in
 * to the account, its sessions end and its passkeys, second factors and providers are removed.
 *
 * @throws Refusal `gone` for a used or expired link, and for one of a former address
 */
export async function confirmEmail(token: string, viewer: Viewer = ANONYMOUS): Promise<void> {
	const { timeZone } = await siteSettings()
	await write(async (tx) => {
		const [link] = await tx.delete(emailConfirmations).where(open(token)).returning()
		if (!link) throw usedUp()
		await tx.lock('person', link.personId)
		const [person] = await tx
			.select({ id: people.id, confirmedAt: people.emailConfirmedAt })
			.from(people)
			.where(and(eq(people.id, link.personId), eq(people.email, link.email), isNull(people.disabledAt)))
		if (!person) throw usedUp()
		const isOwn = viewer.person?.id === person.id
		if (!isOwn && !person.confirmedAt) await removeUnconfirmedSignIns(tx, person.id)
		await setEmailConfirmed(tx, person.id, timeZone)
	})
}

/**
 * Notes that the owner of an account read a mail to its address, ends the links that are open, and releases the comments
 * that waited for it.
 */
export async function setEmailConfirmed(tx: Tx, personId: string, timeZone: string): Promise<void> {
	await tx.delete(emailConfirmations).where(eq(emailConfirmations.personId, personId))
	const confirmed = await tx
		.update(people)
		.set({ emailConfirmedAt: new Date() })
		.where(and(eq(people.id, personId), isNotNull(people.email), isNull(people.emailConfirmedAt)))
		.returning({ id: people.id })
	if (confirmed.length === 0) return
	await releaseCommentsOf(tx, personId, timeZone)
	await audit(tx, ANONYMOUS, 'confirm e-mail address', `person:${personId}`)
}

const usedUp = () => new Refusal('gone', messages().refusals.linkUsed)

const open = (token: string) =>
	and(eq(emailConfirmations.tokenHash, hashToken(token)), gt(emailConfirmations.expiresAt, new Date()))
