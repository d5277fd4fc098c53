import { randomBytes } from 'node:crypto'
import { and, desc, eq, gt, isNull, ne } from 'drizzle-orm'
import { prepared, readDb, type Tx, write } from '@/db'
import { people, sessions, signInChallenges } from '@/db/schema'
import { hashToken } from '@/lib/hash-token'
import { messages } from '@/lib/messages/messages'
import { Refusal } from '@/lib/refusal'
import { RETENTION } from '@/lib/retention'
import { factorExists, hasFactor } from './factors/factors'
import { verifyPassword } from './passwords'
import { findPersonByEmail } from './people'
import type { Viewer } from './permissions'
import { signInRule } from './sign-in-rule'

export { hashToken }

export const SESSION_DAYS = RETENTION.sessionDays
const DAY_MS = 86_400_000

/** The session of a cookie; the database stores only the token's hash. */
export type NewSession = { token: string; expires: Date; personId: string }

/** A new session, or the challenge of its second step, whose token is no session's. */
export type SignIn = NewSession & { needsSecondStep?: true }

export const SECOND_STEP_MINUTES = RETENTION.secondStepMinutes

/**
 * Signs in with a password: creates the session, or for an account with a second factor the challenge of the second
 * step.
 *
 * @throws Refusal `unauthenticated`, the same for an unknown address and a wrong password
 */
export async function signIn(email: string, password: string, device: string | null = null): Promise<SignIn> {
	const person = await findPersonByEmail(email)
	if (!(await verifyPassword(password, person?.passwordHash ?? null)) || !person)
		throw new Refusal('unauthenticated', messages().refusals.wrongPassword, 'password')
	return write((tx) => beginSession(tx, person.id, device))
}

/** Creates the session of an account without second factors, and for others the challenge of the second step. */
export async function beginSession(tx: Tx, personId: string, device: string | null): Promise<SignIn> {
	if (!(await hasFactor(tx, personId))) return createSession(tx, personId, device)
	const token = randomBytes(32).toString('base64url')
	const expires = new Date(Date.now() + SECOND_STEP_MINUTES * 60_000)
	const row = { tokenHash: hashToken(token), kind: 'second factor' as const, personId, expiresAt: expires }
	await tx.insert(signInChallenges).values(row)
	return { token, expires, personId, needsSecondStep: true }
}

/** `device`: browser and system in words, for the list of sessions. */
export async function createSession(
	tx: Tx,
	personId: string,
	device: string | null = null,
): Promise<NewSession> {
	const token = randomBytes(32).toString('base64url')
	const expires = new Date(Date.now() + SESSION_DAYS * DAY_MS)
	const row = { sessionToken: hashToken(token), userId: personId, expires, device, confirmedAt: new Date() }
	await tx.insert(sessions).values(row)
	return { token, expires, personId }
}

export async function endSession(token: string): Promise<void> {
	await write((tx) => tx.delete(sessions).where(eq(sessions.sessionToken, hashToken(token))))
}

/** The person of a session with the current role; null for an expired session or a disabled person. */
export async function findSession(token: string) {
	const hash = hashToken(token)
	const [found] = await sessionByHash(readDb(), { hash })
	if (!found || found.expires <= new Date()) return null
	const { expires, person, confirmedAt, hasFactor } = found
	const lacksFactor = person.role !== 'reader' && !hasFactor && (await signInRule()) === 'second factor'
	return { expires, person, session: { hash, confirmedAt, lacksFactor } }
}

export type OwnSession = { name: string; device: string | null; since: Date; current: boolean }

/** The viewer's sessions, the newest first. Each has a short hash as its name, from which no token can be derived. */
export async function listSessions({ person, session }: Viewer): Promise<OwnSession[]> {
	if (!person) return []
	const rows = await readDb()
		.select()
		.from(sessions)
		.where(and(eq(sessions.userId, person.id), gt(sessions.expires, new Date())))
		.orderBy(desc(sessions.createdAt))
	return rows.map(({ sessionToken, device, createdAt }) => ({
		name: sessionName(sessionToken),
		device,
		since: createdAt,
		current: sessionToken === session?.hash,
	}))
}

/** Ends a session of the viewer by its name. @throws Refusal `not-found` if none has that name */
export async function endOwnSession({ person }: Viewer, name: string): Promise<void> {
	if (!person) throw new Refusal('unauthenticated', messages().refusals.signInFirst)
	await write(async (tx) => {
		const own = await tx.select().from(sessions).where(eq(sessions.userId, person.id))
		const ended = own.find(({ sessionToken }) => sessionName(sessionToken) === name)
		if (!ended) throw new Refusal('not-found', messages().refusals.sessionEnded)
		await tx.delete(sessions).where(eq(sessions.sessionToken, ended.sessionToken))
	})
}

/** Ends all sessions of the viewer but the one of this request. */
export async function endOtherSessions({ person, session }: Viewer): Promise<void> {
	if (!person) throw new Refusal('unauthenticated', messages().refusals.signInFirst)
	await write((tx) =>
		tx
			.delete(sessions)
			.where(and(eq(sessions.userId, person.id), ne(sessions.sessionToken, session?.hash ?? '')))
			.then(() => undefined),
	)
}

const NAME_LENGTH = 16

const sessionName = (hash: string): string => hashToken(`session name ${hash}`).slice(0, NAME_LENGTH)

const sessionByHash = prepared(['hash'], (on, { hash }) =>
	on
		.select({
			expires: sessions.expires,
			confirmedAt: sessions.confirmedAt,
			hasFactor: factorExists,
			person: { id: people.id, name: people.name, email: people.email, role: people.role },
		})
		.from(sessions)
		.innerJoin(people, eq(people.id, sessions.userId))
		.where(and(eq(sessions.sessionToken, hash), isNull(people.disabledAt))),
)
