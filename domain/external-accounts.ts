import { and, eq } from 'drizzle-orm'
import { isUniqueViolation, readDb, type Tx, write } from '@/db'
import { externalAccounts, people } from '@/db/schema'
import { cutText } from '@/lib/cut-text'
import { env } from '@/lib/env'
import { messages } from '@/lib/messages/messages'
import { nameLine } from '@/lib/printed-text'
import { isRefusal, Refusal } from '@/lib/refusal'
import { PROVIDER_NAMES, type Provider } from '@/lib/sign-in-providers'
import { audit } from './audit'
import { setEmailConfirmed } from './email-confirmation'
import { checkEmail, checkName, insertPerson, NAME_LENGTH_MAX } from './people'
import type { SignedInViewer, Viewer } from './permissions'
import { beginSession, type SignIn } from './sessions'
import { siteSettings } from './settings'
import { requireSignInMethod } from './sign-in-methods'
import { refuseStaffName } from './staff-names'

/** An account at a provider, as its number there. */
export type ExternalAccount = { provider: Provider; accountId: string }

/** What a provider says of an account that was just signed in to there. */
export type ExternalProfile = ExternalAccount & {
	/** An address that the provider has verified; null without one. */
	email: string | null
	name: string | null
}

/**
 * Result of a sign-in at a provider. `new`: no account here has it or its address, and its person is to choose a public
 * name; `unconnected`: no account here has it yet, and the viewer's account, or the one with its address, is to connect
 * it; `elsewhere`: it belongs to another account than the viewer's.
 */
export type ExternalSignIn =
	| { kind: 'signed-in'; signIn: SignIn }
	| { kind: 'new' | 'unconnected' | 'elsewhere' | 'no-address' | 'closed' }

/**
 * Signs in with an account at a provider, which is found by its number there, never by its address. A new one gets a
 * reader's account once its person has chosen the public name; an existing account with its address is not taken over.
 *
 * @param name the chosen public name; null before
 *
 * @throws Refusal `invalid` for the name
 */
export async function signInWithProvider(
	viewer: Viewer,
	profile: ExternalProfile,
	device: string | null,
	name: string | null = null,
): Promise<ExternalSignIn> {
	const email = verifiedEmail(profile)
	const chosen = name === null ? null : checkName(name)
	if (chosen !== null) await refuseStaffName(chosen)
	return write(async (tx) => {
		await tx.lock('external account', lockName(profile))
		const owner = await findOwner(tx, profile)
		if (owner && viewer.person && viewer.person.id !== owner.id) return { kind: 'elsewhere' }
		if (owner?.disabledAt) return { kind: 'closed' }
		if (owner) return { kind: 'signed-in', signIn: await beginSession(tx, owner.id, device) }
		if (viewer.person) return { kind: 'unconnected' }
		if (email === null) return { kind: 'no-address' }
		const [known] = await tx.select({ id: people.id }).from(people).where(eq(people.email, email))
		if (known) return { kind: 'unconnected' }
		if (chosen === null) return { kind: 'new' }
		const personId = await addReader(tx, { ...profile, email, name: chosen })
		return { kind: 'signed-in', signIn: await beginSession(tx, personId, device) }
	})
}

/**
 * Connects an account at a provider to the viewer's account, whose address it confirms if the provider has verified the
 * same one.
 *
 * @throws Refusal `conflict` if it belongs to another account, or the viewer has another one of the provider
 */
export async function connectExternalAccount(
	viewer: SignedInViewer,
	account: ExternalAccount & { email?: string | null },
): Promise<void> {
	const { id: personId, email: ownEmail } = viewer.person
	const isOwnAddress = ownEmail !== null && verifiedEmail(account) === ownEmail
	const { timeZone } = await siteSettings()
	await write(async (tx) => {
		await tx.lock('person', personId)
		await tx.lock('external account', lockName(account))
		const owner = await findOwner(tx, account)
		if (owner?.id === personId) return
		if (owner) throw new Refusal('conflict', messages().refusals.providerElsewhere(nameOf(account)))
		await insertExternalAccount(tx, viewer, personId, account)
		if (isOwnAddress) await setEmailConfirmed(tx, personId, timeZone)
	})
}

/**
 * Disconnects the viewer's account at a provider.
 *
 * @throws Refusal `not-found` without one, `conflict` if the account could not be signed in to any more
 */
export async function disconnectExternalAccount(viewer: SignedInViewer, provider: string): Promise<void> {
	const { id: personId } = viewer.person
	await write(async (tx) => {
		await tx.lock('person', personId)
		const own = and(
			eq(externalAccounts.personId, personId),
			eq(externalAccounts.provider, provider as Provider),
		)
		const [removed] = await tx.delete(externalAccounts).where(own).returning()
		if (!removed) throw new Refusal('not-found', messages().refusals.providerUnknown)
		await requireSignInMethod(tx, personId, messages().refusals.lastProvider(nameOf(removed)))
		await audit(tx, viewer, 'disconnect account', `person:${personId}`, { provider: nameOf(removed) })
	})
}

/** The providers of a person's account, and the day of each connection. */
export async function listExternalAccounts(personId: string): Promise<{ provider: Provider; since: Date }[]> {
	const { provider, createdAt: since } = externalAccounts
	return readDb()
		.select({ provider, since })
		.from(externalAccounts)
		.where(eq(externalAccounts.personId, personId))
		.orderBy(provider)
}

/** The providers of a person's account that are set up. */
export async function connectedProviders(personId: string): Promise<Provider[]> {
	const connected = await listExternalAccounts(personId)
	return connected.map(({ provider }) => provider).filter((provider) => env[provider] !== null)
}

type NewReader = ExternalAccount & { email: string; name: string }

async function addReader(tx: Tx, { email, name, ...external }: NewReader): Promise<string> {
	const account = { name, email, role: 'reader' as const, passwordHash: null }
	// Confirmed by this, since the provider has verified it.
	const { id } = await insertPerson(tx, account, new Date())
	const viewer: Viewer = { person: { id, ...account }, readerId: null }
	await insertExternalAccount(tx, viewer, id, external)
	return id
}

async function insertExternalAccount(
	tx: Tx,
	viewer: Viewer,
	personId: string,
	{ provider, accountId }: ExternalAccount,
): Promise<void> {
	try {
		await tx.insert(externalAccounts).values({ provider, accountId, personId })
	} catch (error) {
		if (isUniqueViolation(error, 'external_accounts.person_id'))
			throw new Refusal('conflict', messages().refusals.providerTwice(PROVIDER_NAMES[provider]))
		throw error
	}
	await audit(tx, viewer, 'connect account', `person:${personId}`, { provider: PROVIDER_NAMES[provider] })
}

async function findOwner(
	tx: Tx,
	{ provider, accountId }: ExternalAccount,
): Promise<{ id: string; disabledAt: Date | null } | null> {
	const [owner] = await tx
		.select({ id: people.id, disabledAt: people.disabledAt })
		.from(externalAccounts)
		.innerJoin(people, eq(people.id, externalAccounts.personId))
		.where(and(eq(externalAccounts.provider, provider), eq(externalAccounts.accountId, accountId)))
	return owner ?? null
}

/** The address in the spelling of accounts; null for one that no account may have. */
function verifiedEmail({ email }: { email?: string | null }): string | null {
	try {
		return email ? checkEmail(email) : null
	} catch (error) {
		if (isRefusal(error)) return null
		throw error
	}
}

/** The public name that the form proposes: the one at the provider, shortened. */
export const proposedName = ({ name }: Pick<ExternalProfile, 'name'>): string =>
	cutText(nameLine(name ?? ''), NAME_LENGTH_MAX)
		.toWellFormed()
		.trim()

const lockName = ({ provider, accountId }: ExternalAccount): string => `${provider} ${accountId}`

const nameOf = ({ provider }: Pick<ExternalAccount, 'provider'>): string => PROVIDER_NAMES[provider]
