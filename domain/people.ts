import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { isUniqueViolation, readDb, type Tx, write } from '@/db'
import { credentials, externalAccounts, people, personRedirects, sessions } from '@/db/schema'
import { messages } from '@/lib/messages/messages'
import { normalized } from '@/lib/normalized'
import { nameLine } from '@/lib/printed-text'
import { Refusal } from '@/lib/refusal'
import type { Role } from '@/lib/roles'
import { freeNumberedSlug, slugify } from '@/lib/slug'
import { canonicalHttpUrl } from '@/lib/urls'
import { audit } from './audit'
import { checkPassword, hashPassword } from './passwords'
import { ANONYMOUS } from './permissions'
import { refuseStaffName } from './staff-names'

export type NewPerson = { name: string; email: string; password: string; role: Role }

/** In characters; longer names break the layout of lists. */
export const NAME_LENGTH_MAX = 80
/** The limit of RFC 5321, in characters. */
export const EMAIL_LENGTH_MAX = 254

/**
 * Adds an account.
 *
 * @throws Refusal `invalid` naming the field, or `conflict` if the address already has an account
 */
export async function addPerson(input: NewPerson): Promise<{ id: string; slug: string }> {
	const account = await prepareAccount(input)
	return write((tx) => insertPerson(tx, account))
}

/**
 * Validates the fields and hashes the password: outside any transaction, because hashing is slow by design.
 *
 * @throws Refusal `invalid` naming the field
 */
export async function prepareAccount(input: NewPerson) {
	const name = checkName(input.name)
	const email = checkEmail(input.email)
	checkPassword(input.password)
	return { name, email, role: input.role, passwordHash: await hashPassword(input.password) }
}

/** A sign-up, for the mail to its address; `personId` is null for an address that had an account. */
export type SignedUp = { email: string; personId: string | null }

/**
 * Creates a reader's account with an address that is not confirmed. A known address takes the same time and its
 * account does not change: the response must not reveal existing accounts, of which only the mail tells. Names of people
 * of the newsroom are refused.
 *
 * @throws Refusal `invalid` naming the field
 */
export async function signUp(input: Omit<NewPerson, 'role'>): Promise<SignedUp> {
	await refuseStaffName(checkName(input.name))
	const account = await prepareAccount({ ...input, role: 'reader' })
	const { email } = account
	return write(async (tx) => {
		await tx.lock('account address', email)
		const [known] = await tx.select({ id: people.id }).from(people).where(eq(people.email, email))
		if (!known) return { email, personId: (await insertPerson(tx, account, null)).id }
		await audit(tx, ANONYMOUS, 'sign up again', 'people')
		return { email, personId: null }
	})
}

/** An account without a password is signed in to through a provider. */
type PreparedAccount = Omit<Awaited<ReturnType<typeof prepareAccount>>, 'passwordHash'> & {
	passwordHash: string | null
}

/** Adds an account; staff who make or invite one, and providers, vouch for its address, which then counts as confirmed. */
export async function insertPerson(
	tx: Tx,
	{ passwordHash, ...person }: PreparedAccount,
	emailConfirmedAt: Date | null = new Date(),
): Promise<{ id: string; slug: string }> {
	const id = crypto.randomUUID()
	const slug = await numberedPersonSlug(tx, person.name)
	await refuseTakenEmail(async () => tx.insert(people).values({ id, slug, ...person, emailConfirmedAt }))
	if (passwordHash) await setPasswordHash(tx, id, passwordHash)
	if (person.role !== 'reader') tx.changed('staff')
	await audit(tx, ANONYMOUS, 'add person', `person:${id}`, { role: person.role })
	return { id, slug }
}

/** Sets the password of an account, which may have none yet. */
export async function setPasswordHash(tx: Tx, personId: string, passwordHash: string): Promise<void> {
	const changed = { passwordHash, updatedAt: new Date() }
	await tx
		.insert(credentials)
		.values({ personId, ...changed })
		.onConflictDoUpdate({ target: credentials.personId, set: changed })
}

/** Runs a write of an address. @throws Refusal `conflict` for one with an account */
export async function refuseTakenEmail<T>(run: () => PromiseLike<T>): Promise<T> {
	try {
		return await run()
	} catch (error) {
		if (isUniqueViolation(error, 'people.email'))
			throw new Refusal('conflict', messages().refusals.addressTaken, 'email')
		throw error
	}
}

export type NewAuthor = {
	slug: string
	name: string
	kind: 'person' | 'organisation'
	beat?: string | null
	bio?: string | null
	callToAction?: { label: string; url: string } | null
}

/** Adds a byline without an account: a guest author, an agency, a desk. */
export async function addAuthor({ callToAction, ...author }: NewAuthor): Promise<void> {
	const name = checkName(author.name)
	const callToActionUrl = callToAction ? canonicalHttpUrl(callToAction.url) : null
	if (callToAction && !callToActionUrl)
		throw new Refusal('invalid', 'The link must be a web address that begins with https://', 'callToAction')
	await write((tx) =>
		tx
			.insert(people)
			.values({
				...author,
				name,
				role: 'contributor',
				callToActionLabel: callToAction?.label ?? null,
				callToActionUrl,
			})
			.then(() => undefined),
	)
}

/** All possible bylines: staff, and authors without an account. */
export async function listAuthors(): Promise<{ slug: string; name: string }[]> {
	return readDb()
		.select({ slug: people.slug, name: people.name })
		.from(people)
		.where(and(isNull(people.disabledAt), sql`${people.role} <> 'reader'`))
		.orderBy(people.name)
}

export async function hasOwner(): Promise<boolean> {
	const [owner] = await readDb()
		.select({ id: people.id })
		.from(people)
		.where(and(inArray(people.role, ['owner']), isNotNull(people.email)))
		.limit(1)
	return owner !== undefined
}

/**
 * The enabled account of an address; its password hash is null without a password. Its `mailName` is null for an
 * unconfirmed address, whose name a stranger may have typed to have it mailed.
 */
export const findPersonByEmail = async (email: string) => {
	const { id, name, role, emailConfirmedAt } = people
	const [person] = await readDb()
		.select({ id, name, role, emailConfirmedAt, passwordHash: credentials.passwordHash })
		.from(people)
		.leftJoin(credentials, eq(credentials.personId, people.id))
		.where(and(eq(people.email, normalizeEmail(email)), isNull(people.disabledAt)))
	return person ? { ...person, mailName: person.emailConfirmedAt ? person.name : null } : null
}

export const normalizeEmail = (email: string): string => normalized(email).trim().toLowerCase()

export function checkName(text: string): string {
	const name = nameLine(text)
	if (!name) throw new Refusal('invalid', messages().refusals.giveName, 'name')
	if (name.length > NAME_LENGTH_MAX)
		throw new Refusal('invalid', messages().refusals.nameTooLong(NAME_LENGTH_MAX), 'name')
	return name
}

/**
 * ASCII addresses only: homographs in an address allow account takeover. Encoded words (RFC 2047), which some mail
 * servers decode to another address, are refused.
 */
export function checkEmail(text: string): string {
	const email = normalizeEmail(text)
	if (
		!/^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(email) ||
		email.includes('=?') ||
		email.length > EMAIL_LENGTH_MAX
	)
		throw new Refusal('invalid', messages().refusals.notAnAddress, 'email')
	return email
}

/** The slug of a name, numbered if a person has or had it. */
export const numberedPersonSlug = (tx: Tx, name: string): Promise<string> =>
	freeNumberedSlug(slugify(name) || 'person', async (slug) => {
		await tx.lock('person slug', slug)
		const [taken] = await tx.select({ id: people.id }).from(people).where(eq(people.slug, slug))
		const [once] = await tx
			.select({ slug: personRedirects.slug })
			.from(personRedirects)
			.where(eq(personRedirects.slug, slug))
		return Boolean(taken ?? once)
	})

/**
 * Replaces a password, and ends all sessions of the account and its connections of providers. @throws Refusal `not-found` for an unknown address
 */
export async function changePassword(email: string, password: string): Promise<void> {
	checkPassword(password)
	const passwordHash = await hashPassword(password)
	const person = await findPersonByEmail(email)
	if (!person) throw new Refusal('not-found', `No account has the e-mail address ${email}.`, 'email')
	await write(async (tx) => {
		await setPasswordHash(tx, person.id, passwordHash)
		if (person.passwordHash) await tx.delete(externalAccounts).where(eq(externalAccounts.personId, person.id))
		await tx.delete(sessions).where(eq(sessions.userId, person.id))
		await audit(tx, ANONYMOUS, 'change password', `person:${person.id}`)
	})
}
