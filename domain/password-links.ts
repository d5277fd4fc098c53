import { and, eq, gt, isNull } from 'drizzle-orm'
import { readDb, type Tx, write } from '@/db'
import { credentials, externalAccounts, invitations, people, sessions } from '@/db/schema'
import { messages } from '@/lib/messages/messages'
import { Refusal } from '@/lib/refusal'
import { RETENTION } from '@/lib/retention'
import { audit } from './audit'
import { setEmailConfirmed } from './email-confirmation'
import { newToken } from './invitations'
import { mailPasswordLink, type SentLink, tokenLink } from './mails'
import { checkPassword, hashPassword } from './passwords'
import { findPersonByEmail, setPasswordHash } from './people'
import { ANONYMOUS, authorize, type Viewer } from './permissions'
import { requirePerson } from './profiles'
import { hashToken } from './sessions'
import { siteSettings } from './settings'
import { removeUnconfirmedSignIns } from './unconfirmed-sign-ins'

/** Lifetime of a link: enough to find the mail, and short for a link left in a mailbox. */
export const PASSWORD_LINK_MINUTES = RETENTION.passwordLinkMinutes

/**
 * Mails a link for a new password to an address with an account. The caller answers without waiting for it,
 * so that neither the response nor its time reveals whether the account exists.
 */
export async function mailPasswordReset(email: string): Promise<void> {
	const person = await findPersonByEmail(email)
	if (!person) return
	const token = newToken()
	await write(async (tx) => {
		await insertLink(tx, person, token, null)
		await audit(tx, ANONYMOUS, 'request password link', `person:${person.id}`)
	})
	await mailPasswordLink(
		{ email, name: person.mailName },
		{ link: tokenLink('/password', token), minutes: PASSWORD_LINK_MINUTES },
	)
}

/** A link for a new password, to be given in person; for a role up to the viewer's own. @throws Refusal */
export async function makePasswordLink(viewer: Viewer, personId: string): Promise<SentLink> {
	authorize(viewer, 'manage people')
	const token = newToken()
	await write(async (tx) => {
		await tx.lock('person', personId)
		const person = await requirePerson(tx, viewer, personId)
		if (!person.email || person.disabledAt)
			throw new Refusal('invalid', `${person.name} has no account that can be signed in to.`)
		await insertLink(tx, person, token, viewer.person.id)
		await audit(tx, viewer, 'make password link', `person:${personId}`)
	})
	return { link: tokenLink('/password', token), mail: null }
}

/** Whether the link of a token can set a password. */
export async function isOpenPasswordLink(token: string): Promise<boolean> {
	const [row] = await readDb()
		.select({ personId: people.id })
		.from(invitations)
		.innerJoin(people, eq(people.id, invitations.personId))
		.where(and(open(token), isNull(people.disabledAt)))
	return row !== undefined
}

/**
 * Sets the password of a link's account. All sessions and links of the account end; if it replaces a password, the
 * accounts at providers are disconnected, because a stranger with the old password may have connected them. The first mailed link of
 * an unconfirmed address removes passkeys and second factors too. No session is created, so that the next sign-in asks
 * for the second factor. @throws Refusal `gone` for a used or expired link, `invalid`
 */
export async function setPasswordByLink(token: string, password: string): Promise<void> {
	if (!(await isOpenPasswordLink(token))) throw usedUp()
	checkPassword(password)
	const passwordHash = await hashPassword(password)
	const { timeZone } = await siteSettings()
	await write(async (tx) => {
		const [link] = await tx
			.update(invitations)
			.set({ acceptedAt: new Date() })
			.where(open(token))
			.returning({ personId: invitations.personId, createdBy: invitations.createdBy })
		const [person] = await tx
			.select({ id: people.id, confirmedAt: people.emailConfirmedAt })
			.from(people)
			.where(and(eq(people.id, link?.personId ?? ''), isNull(people.disabledAt)))
		if (!person) throw usedUp()
		// A link that staff gave in person was not mailed.
		const isMailed = link?.createdBy === null
		if (isMailed && !person.confirmedAt) await removeUnconfirmedSignIns(tx, person.id)
		await disconnectReplaced(tx, person.id)
		await setPasswordHash(tx, person.id, passwordHash)
		if (isMailed) await setEmailConfirmed(tx, person.id, timeZone)
		await endPasswordLinks(tx, person.id)
		await tx.delete(sessions).where(eq(sessions.userId, person.id))
		await audit(tx, ANONYMOUS, 'set password by link', `person:${person.id}`)
	})
}

async function disconnectReplaced(tx: Tx, personId: string): Promise<void> {
	const [replaced] = await tx
		.select({ personId: credentials.personId })
		.from(credentials)
		.where(eq(credentials.personId, personId))
	if (replaced) await tx.delete(externalAccounts).where(eq(externalAccounts.personId, personId))
}

/** Ends the open links for a new password of an account. */
export async function endPasswordLinks(tx: Tx, personId: string): Promise<void> {
	await tx
		.delete(invitations)
		.where(
			and(
				eq(invitations.personId, personId),
				eq(invitations.kind, 'password'),
				isNull(invitations.acceptedAt),
			),
		)
}

async function insertLink(
	tx: Tx,
	{ id, role }: Pick<typeof people.$inferSelect, 'id' | 'role'>,
	token: string,
	createdBy: string | null,
): Promise<void> {
	const expiresAt = new Date(Date.now() + PASSWORD_LINK_MINUTES * 60_000)
	const link = {
		tokenHash: hashToken(token),
		kind: 'password' as const,
		personId: id,
		role,
		createdBy,
		expiresAt,
	}
	await tx.insert(invitations).values(link)
}

const usedUp = () => new Refusal('gone', messages().refusals.linkUsed)

const open = (token: string) =>
	and(
		eq(invitations.tokenHash, hashToken(token)),
		eq(invitations.kind, 'password'),
		isNull(invitations.acceptedAt),
		gt(invitations.expiresAt, new Date()),
	)
