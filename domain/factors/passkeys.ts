import { randomBytes } from 'node:crypto'
import { isIP } from 'node:net'
import {
	type AuthenticationResponseJSON,
	generateAuthenticationOptions,
	generateRegistrationOptions,
	type RegistrationResponseJSON,
	verifyAuthenticationResponse,
	verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { and, eq, gt, isNull } from 'drizzle-orm'
import { isUniqueViolation, readDb, type Tx, write } from '@/db'
import { passkeys, people, signInChallenges } from '@/db/schema'
import { env } from '@/lib/env'
import { hashToken } from '@/lib/hash-token'
import { messages } from '@/lib/messages/messages'
import { nameLine } from '@/lib/printed-text'
import { Refusal } from '@/lib/refusal'
import { isStaffRole } from '@/lib/roles'
import { audit } from '../audit'
import type { SignedInViewer } from '../permissions'
import { siteSettings } from '../settings'
import { requireSignInMethod } from '../sign-in-methods'
import { deleteUselessCodes, hasFactor } from './factors'
import { makeRecoveryCodes } from './recovery-codes'

/** Time for the dialog of the browser. */
const CEREMONY_MINUTES = 5
/** Passkeys an account: more than one for each device of a person. */
const PASSKEYS_MAX = 20
const NAME_LENGTH_MAX = 60

type Kind = 'passkey sign-in' | 'passkey registration'

/** Options of the browser's dialog, and the token of their challenge, which is valid once. */
export type Ceremony<Options> = { token: string; options: Options }

/** Host and origin of the passkeys; null at an IP address, which WebAuthn does not allow. */
export function relyingParty(): { id: string; origin: string } | null {
	const { hostname, origin } = new URL(env.siteUrl)
	return isIP(hostname) || hostname.startsWith('[') ? null : { id: hostname, origin }
}

function requireRelyingParty() {
	const party = relyingParty()
	if (!party) throw new Refusal('not-found', messages().refusals.needsHost)
	return party
}

/** Begins the registration of a passkey that is found without an e-mail address and verifies its user. */
export async function beginRegistration(viewer: SignedInViewer) {
	const { person } = viewer
	const own = await readDb().select().from(passkeys).where(eq(passkeys.personId, person.id))
	if (own.length >= PASSKEYS_MAX)
		throw new Refusal('invalid', messages().refusals.passkeysMax(PASSKEYS_MAX), 'name')
	const options = await generateRegistrationOptions({
		rpName: (await siteSettings()).siteName,
		rpID: requireRelyingParty().id,
		userName: person.email ?? person.name,
		userDisplayName: person.name,
		userID: new Uint8Array(Buffer.from(person.id)),
		excludeCredentials: own.map(({ id, transports }) => ({ id, transports })),
		authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
	})
	return { token: await addChallenge('passkey registration', options.challenge, person.id), options }
}

/**
 * Adds a passkey. @returns recovery codes if it is the account's first factor, else null
 * @throws Refusal `invalid` for an unverified response, `gone` for a used or expired challenge
 */
export async function addPasskey(
	viewer: SignedInViewer,
	{ token, response, name }: { token: string; response: string; name: string },
): Promise<string[] | null> {
	const { id: personId } = viewer.person
	const { id: expectedRPID, origin: expectedOrigin } = requireRelyingParty()
	const expectedChallenge = await consumeChallenge('passkey registration', token, personId)
	const given = parsed<RegistrationResponseJSON>(response)
	const { registrationInfo } = await verified(
		verifyRegistrationResponse({ response: given, expectedChallenge, expectedOrigin, expectedRPID }),
	)
	if (!registrationInfo) throw notVerified()
	const { id, publicKey, counter, transports = [] } = registrationInfo.credential
	return write(async (tx) => {
		await tx.lock('person', personId)
		const isFirst = !(await hasFactor(tx, personId))
		const key = Buffer.from(publicKey).toString('base64url')
		const row = { id, personId, name: checkPasskeyName(name), publicKey: key, counter, transports }
		try {
			await tx.insert(passkeys).values(row)
		} catch (error) {
			if (isUniqueViolation(error, 'passkeys.id'))
				throw new Refusal('conflict', messages().refusals.passkeyKnown, 'name')
			throw error
		}
		await audit(tx, viewer, 'add passkey', `person:${personId}`, loggedName(viewer, row.name))
		return isFirst ? makeRecoveryCodes(tx, viewer) : null
	})
}

/** @throws Refusal `not-found` for a passkey of another account */
export async function renamePasskey(viewer: SignedInViewer, id: string, typed: string): Promise<void> {
	const name = checkPasskeyName(typed)
	await write(async (tx) => {
		const changed = await tx.update(passkeys).set({ name }).where(ownPasskey(viewer, id)).returning()
		if (changed.length === 0) throw unknownPasskey()
	})
}

/** @throws Refusal `not-found` for a passkey of another account, `conflict` for the only way to sign in */
export async function removePasskey(viewer: SignedInViewer, id: string): Promise<void> {
	const { id: personId } = viewer.person
	await write(async (tx) => {
		await tx.lock('person', personId)
		const [removed] = await tx.delete(passkeys).where(ownPasskey(viewer, id)).returning()
		if (!removed) throw unknownPasskey()
		await requireSignInMethod(tx, personId, messages().refusals.lastPasskey)
		await deleteUselessCodes(tx, personId)
		await audit(tx, viewer, 'remove passkey', `person:${personId}`, loggedName(viewer, removed.name))
	})
}

/** Name of a passkey in the log, which keeps it for ever: that of the staff alone. */
const loggedName = ({ person }: SignedInViewer, name: string) => (isStaffRole(person.role) ? { name } : null)

/** Begins a sign-in, or the confirmation of one, with any passkey of the site: no account is named. */
export async function beginPasskeySignIn() {
	const options = await generateAuthenticationOptions({
		rpID: requireRelyingParty().id,
		userVerification: 'required',
	})
	return { token: await addChallenge('passkey sign-in', options.challenge, null), options }
}

/**
 * Verifies a response of a passkey and stores its counter. @returns the account of the passkey
 * @throws Refusal `unauthenticated` for an unknown passkey or an unverified response, `gone` for a used challenge
 */
export async function verifyPasskey(given: { token: string; response: string }): Promise<string> {
	const { id: expectedRPID, origin: expectedOrigin } = requireRelyingParty()
	const expectedChallenge = await consumeChallenge('passkey sign-in', given.token, null)
	const response = parsed<AuthenticationResponseJSON>(given.response)
	const [found] = await readDb()
		.select({ passkey: passkeys })
		.from(passkeys)
		.innerJoin(people, eq(people.id, passkeys.personId))
		.where(and(eq(passkeys.id, String(response.id)), isNull(people.disabledAt)))
	const { userHandle } = response.response ?? {}
	const handle = found && Buffer.from(found.passkey.personId).toString('base64url')
	if (!found || (userHandle && userHandle !== handle)) throw notVerified()
	const { id, publicKey, counter, transports, personId } = found.passkey
	const credential = {
		id,
		publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')),
		counter,
		transports,
	}
	const { verified: isVerified, authenticationInfo } = await verified(
		verifyAuthenticationResponse({ response, expectedChallenge, expectedOrigin, expectedRPID, credential }),
	)
	if (!isVerified) throw notVerified()
	const stored = await write((tx) =>
		tx
			.update(passkeys)
			.set({ counter: authenticationInfo.newCounter, lastUsedAt: new Date() })
			// Another response with the same counter comes from a copy of the passkey.
			.where(and(eq(passkeys.id, id), eq(passkeys.counter, counter)))
			.returning({ id: passkeys.id }),
	)
	if (stored.length === 0) throw notVerified()
	return personId
}

async function addChallenge(kind: Kind, challenge: string, personId: string | null): Promise<string> {
	const token = randomBytes(32).toString('base64url')
	const expiresAt = new Date(Date.now() + CEREMONY_MINUTES * 60_000)
	await write(async (tx: Tx) => {
		await tx
			.insert(signInChallenges)
			.values({ tokenHash: hashToken(token), kind, challenge, personId, expiresAt })
	})
	return token
}

/** Deletes the challenge in a transaction of its own, so that a failed verification uses it up as well. */
async function consumeChallenge(kind: Kind, token: string, personId: string | null): Promise<string> {
	const [row] = await write((tx) =>
		tx
			.delete(signInChallenges)
			.where(
				and(
					eq(signInChallenges.tokenHash, hashToken(token)),
					eq(signInChallenges.kind, kind),
					gt(signInChallenges.expiresAt, new Date()),
				),
			)
			.returning(),
	)
	if (!row?.challenge || row.personId !== personId) throw new Refusal('gone', messages().refusals.tookTooLong)
	return row.challenge
}

function parsed<T>(response: string): T {
	try {
		const value = JSON.parse(response)
		if (typeof value === 'object' && value !== null) return value
	} catch {}
	throw notVerified()
}

/** The library throws for each mismatch of challenge, origin, host, signature and counter. */
const verified = <T>(result: Promise<T>): Promise<T> =>
	result.catch(() => {
		throw notVerified()
	})

const notVerified = (): Refusal => new Refusal('unauthenticated', messages().refusals.passkeyUnverified)

const unknownPasskey = (): Refusal => new Refusal('not-found', messages().refusals.passkeyUnknown)

const ownPasskey = ({ person }: SignedInViewer, id: string) =>
	and(eq(passkeys.id, id), eq(passkeys.personId, person.id))

function checkPasskeyName(typed: string): string {
	const name = nameLine(typed)
	if (!name) throw new Refusal('invalid', messages().refusals.namePasskey, 'name')
	if (name.length > NAME_LENGTH_MAX)
		throw new Refusal('invalid', messages().refusals.nameTooLong(NAME_LENGTH_MAX), 'name')
	return name
}
