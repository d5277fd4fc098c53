import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { readDb, type Tx, write } from '@/db'
import { people, signInChallenges } from '@/db/schema'
import { hashToken } from '@/lib/hash-token'
import { messages } from '@/lib/messages/messages'
import { Refusal } from '@/lib/refusal'
import { audit } from './audit'
import { acceptCode } from './factors/authenticator'
import { verifyPasskey } from './factors/passkeys'
import { consumeRecoveryCode } from './factors/recovery-codes'
import { ANONYMOUS } from './permissions'
import { createSession, type NewSession } from './sessions'

/** Wrong codes until the sign-in starts again; guesses on an account are limited by `admitSignIn`. */
const WRONG_CODES_MAX = 5

/** The account of an open second step; null for a used or expired one. */
export async function findSecondStep(token: string): Promise<{ id: string; email: string | null } | null> {
	const [found] = await readDb()
		.select({ id: people.id, email: people.email })
		.from(signInChallenges)
		.innerJoin(people, eq(people.id, signInChallenges.personId))
		.where(and(open(token), isNull(people.disabledAt)))
	return found ?? null
}

/**
 * Completes a sign-in with a code of the authenticator app or a recovery code.
 *
 * @throws Refusal `unauthenticated` for a wrong code, `gone` for a used or expired second step
 */
export async function finishSignIn(token: string, code: string, device: string | null): Promise<NewSession> {
	const person = await findSecondStep(token)
	if (!person) throw expired()
	// A refusal would roll the count of attempts back, so it is thrown after the transaction.
	const result = await write(async (tx) => {
		await tx.lock('person', person.id)
		if (await acceptFactor(tx, person.id, code)) {
			const [consumed] = await tx.delete(signInChallenges).where(open(token)).returning()
			return consumed ? createSession(tx, person.id, device) : 'expired'
		}
		const [challenge] = await tx
			.update(signInChallenges)
			.set({ attempts: sql`${signInChallenges.attempts} + 1` })
			.where(open(token))
			.returning({ attempts: signInChallenges.attempts })
		if (!challenge) return 'expired'
		if (challenge.attempts < WRONG_CODES_MAX) return 'wrong'
		await tx.delete(signInChallenges).where(open(token))
		return 'expired'
	})
	if (result === 'expired') throw expired()
	if (result === 'wrong') throw new Refusal('unauthenticated', messages().refusals.wrongCode, 'code')
	return result
}

/** Signs in with a passkey: it verifies its user, and counts as both factors. */
export async function signInWithPasskey(
	given: { token: string; response: string },
	device: string | null,
): Promise<NewSession> {
	const personId = await verifyPasskey(given)
	return write((tx) => createSession(tx, personId, device))
}

async function acceptFactor(tx: Tx, personId: string, code: string): Promise<boolean> {
	if (await acceptCode(tx, personId, code)) return true
	if (!(await consumeRecoveryCode(tx, personId, code))) return false
	await audit(tx, ANONYMOUS, 'use recovery code', `person:${personId}`)
	return true
}

const expired = (): Refusal => new Refusal('gone', messages().refusals.secondStepOver)

const open = (token: string) =>
	and(
		eq(signInChallenges.tokenHash, hashToken(token)),
		eq(signInChallenges.kind, 'second factor'),
		gt(signInChallenges.expiresAt, new Date()),
	)
