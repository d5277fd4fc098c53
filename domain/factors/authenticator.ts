import { and, eq, gt, isNotNull, isNull, lt, or } from 'drizzle-orm'
import { Secret, TOTP } from 'otpauth'
import { readDb, type Tx, write } from '@/db'
import { totpSecrets } from '@/db/schema'
import { decrypt, encrypt } from '@/lib/encryption'
import { messages } from '@/lib/messages/messages'
import { Refusal } from '@/lib/refusal'
import { audit } from '../audit'
import type { SignedInViewer } from '../permissions'
import { siteSettings } from '../settings'
import { deleteUselessCodes, hasFactor } from './factors'
import { makeRecoveryCodes } from './recovery-codes'

/** Seconds of a time step, and accepted steps before and after, as RFC 6238 recommends. */
const PERIOD_SECONDS = 30
const WINDOW = 1
/** Bytes of a secret: the output length of HMAC-SHA-1, as RFC 4226 recommends. */
const SECRET_BYTES = 20
/** Time in which a new secret is shown and can be confirmed. */
const SETUP_MINUTES = 60

const purpose = (personId: string): string => `authenticator secret of ${personId}`

/** Creates a new secret, in force once confirmed. @throws Refusal `conflict` if an authenticator is in use */
export async function startAuthenticator({ person }: SignedInViewer): Promise<void> {
	const secret = encrypt(purpose(person.id), new Secret({ size: SECRET_BYTES }).base32)
	await write(async (tx) => {
		await tx.lock('person', person.id)
		await tx
			.delete(totpSecrets)
			.where(and(eq(totpSecrets.personId, person.id), isNull(totpSecrets.confirmedAt)))
		const [confirmed] = await tx.select().from(totpSecrets).where(eq(totpSecrets.personId, person.id))
		if (confirmed) throw new Refusal('conflict', messages().refusals.appInUse)
		await tx.insert(totpSecrets).values({ personId: person.id, secret })
	})
}

/** The secret in Base32, and as an `otpauth:` URI. */
export type AuthenticatorSetup = { secret: string; uri: string }

/** Key and `otpauth:` URI of the viewer's unconfirmed secret; null without one, and after an hour. */
export async function authenticatorSetup({ person }: SignedInViewer): Promise<AuthenticatorSetup | null> {
	const since = new Date(Date.now() - SETUP_MINUTES * 60_000)
	const fresh = and(isNull(totpSecrets.confirmedAt), gt(totpSecrets.createdAt, since))
	const [row] = await readDb()
		.select()
		.from(totpSecrets)
		.where(and(eq(totpSecrets.personId, person.id), fresh))
	const key = row ? decrypt(purpose(person.id), row.secret) : null
	if (!key) return null
	const { siteName } = await siteSettings()
	// A colon separates issuer and label.
	const issuer = siteName.replaceAll(':', ' ')
	return { secret: key, uri: totpOf(key, { issuer, label: person.email ?? person.name }).toString() }
}

/**
 * Confirms the new secret by a first code. @returns recovery codes if it is the first factor, else null
 * @throws Refusal `invalid` naming the field
 */
export async function confirmAuthenticator(viewer: SignedInViewer, code: string): Promise<string[] | null> {
	const { id } = viewer.person
	return write(async (tx) => {
		await tx.lock('person', id)
		const isFirst = !(await hasFactor(tx, id))
		if (!(await acceptCode(tx, id, code, false)))
			throw new Refusal('invalid', messages().refusals.wrongFirstCode, 'code')
		await tx.update(totpSecrets).set({ confirmedAt: new Date() }).where(eq(totpSecrets.personId, id))
		await audit(tx, viewer, 'add authenticator', `person:${id}`)
		return isFirst ? makeRecoveryCodes(tx, viewer) : null
	})
}

export async function removeAuthenticator(viewer: SignedInViewer): Promise<void> {
	const { id } = viewer.person
	await write(async (tx) => {
		await tx.lock('person', id)
		await tx.delete(totpSecrets).where(eq(totpSecrets.personId, id))
		await deleteUselessCodes(tx, id)
		await audit(tx, viewer, 'remove authenticator', `person:${id}`)
	})
}

/**
 * Accepts a code of the person's authenticator, of the present or an adjacent step. The step is stored, so
 * that a code is accepted once; a code of an earlier step is refused after it.
 */
export async function acceptCode(
	tx: Tx,
	personId: string,
	typed: string,
	confirmed = true,
): Promise<boolean> {
	const own = and(
		eq(totpSecrets.personId, personId),
		confirmed ? isNotNull(totpSecrets.confirmedAt) : isNull(totpSecrets.confirmedAt),
	)
	const [row] = await tx.select().from(totpSecrets).where(own)
	const key = row ? decrypt(purpose(personId), row.secret) : null
	const token = typed.replace(/\s/g, '')
	if (!key || !/^\d{6}$/.test(token)) return false
	const delta = totpOf(key).validate({ token, window: WINDOW })
	if (delta === null) return false
	const step = TOTP.counter({ period: PERIOD_SECONDS }) + delta
	const unused = or(isNull(totpSecrets.lastStep), lt(totpSecrets.lastStep, step))
	const accepted = await tx
		.update(totpSecrets)
		.set({ lastStep: step })
		.where(and(eq(totpSecrets.personId, personId), unused))
		.returning({ personId: totpSecrets.personId })
	return accepted.length > 0
}

const totpOf = (key: string, names: { issuer?: string; label?: string } = {}): TOTP =>
	new TOTP({ ...names, secret: Secret.fromBase32(key), period: PERIOD_SECONDS, digits: 6, algorithm: 'SHA1' })
