import { and, eq, isNull } from 'drizzle-orm'
import { readDb, type Tx, write } from '@/db'
import { credentials, people, sessions } from '@/db/schema'
import { CONFIRM_CODE, CONFIRM_PASSWORD } from '@/lib/confirm-fields'
import { messages } from '@/lib/messages/messages'
import { Refusal } from '@/lib/refusal'
import { acceptCode } from './factors/authenticator'
import { factorsOf } from './factors/factors'
import { verifyPasskey } from './factors/passkeys'
import { verifyPassword } from './passwords'
import type { Viewer } from './permissions'

/**
 * Time after a password, passkey or code entry without another question: enough for one visit to the people or the
 * account page, and short for an unlocked computer that was left.
 */
export const RECENT_SIGN_IN_MINUTES = 15

/**
 * For actions on people, roles, exports, deletion and sign-in: a stolen or borrowed session alone must not do them.
 *
 * @throws Refusal `unconfirmed` if the last password, passkey or code entry of the session is too old
 */
export function requireRecentSignIn({ session }: Viewer): void {
	// An absolute value, because after a step of the clock the time may lie in the future.
	const age = Math.abs(Date.now() - (session?.confirmedAt?.getTime() ?? 0))
	if (!session || age > RECENT_SIGN_IN_MINUTES * 60_000)
		throw new Refusal('unconfirmed', messages().refusals.confirmFirst)
}

/** How the viewer can confirm the sign-in. */
export type ConfirmChoices = { password: boolean; code: boolean; passkey: boolean }

export async function confirmChoices({ person }: Viewer): Promise<ConfirmChoices> {
	if (!person) return { password: false, code: false, passkey: false }
	const { authenticator, passkeys } = await factorsOf(person.id)
	const hash = await passwordHashOf(person.id)
	return { password: hash !== null, code: authenticator !== null, passkey: passkeys.length > 0 }
}

/**
 * Confirms the session by the password or a code of its person. @throws Refusal `unconfirmed` naming the wrong field
 */
export async function confirmSignIn(
	viewer: Viewer,
	{ password = '', code = '' }: { password?: string; code?: string },
): Promise<void> {
	const { person, session } = viewer
	if (!person || !session) throw new Refusal('unauthenticated', messages().refusals.signInFirst)
	if (password && !(await verifyPassword(password, await passwordHashOf(person.id))))
		throw new Refusal('unconfirmed', messages().refusals.wrongOwnPassword, CONFIRM_PASSWORD)
	await write(async (tx) => {
		if (!password && !(await acceptCode(tx, person.id, code)))
			throw new Refusal('unconfirmed', messages().refusals.wrongCode, CONFIRM_CODE)
		await setConfirmed(tx, session.hash)
	})
}

/** @throws Refusal `unauthenticated` for a passkey of another account */
export async function confirmByPasskey(
	{ person, session }: Viewer,
	given: { token: string; response: string },
): Promise<void> {
	const personId = await verifyPasskey(given)
	if (!person || !session || personId !== person.id)
		throw new Refusal('unauthenticated', messages().refusals.otherPasskey)
	await write((tx) => setConfirmed(tx, session.hash))
}

export async function setConfirmed(tx: Tx, sessionHash: string): Promise<void> {
	await tx.update(sessions).set({ confirmedAt: new Date() }).where(eq(sessions.sessionToken, sessionHash))
}

export async function passwordHashOf(personId: string): Promise<string | null> {
	const [row] = await readDb()
		.select({ hash: credentials.passwordHash })
		.from(credentials)
		.innerJoin(people, eq(people.id, credentials.personId))
		.where(and(eq(credentials.personId, personId), isNull(people.disabledAt)))
	return row?.hash ?? null
}
