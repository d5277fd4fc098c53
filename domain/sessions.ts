import { createHash, randomBytes } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { prepared, readDb, type Tx, write } from '@/db'
import { people, sessions } from '@/db/schema'
import { Refusal } from '@/lib/refusal'
import { verifyPassword } from './passwords'
import { findPersonByEmail } from './people'

/** Lifetime from sign-in: covers a weekly visit; sign-out ends a session earlier. */
export const SESSION_DAYS = 30
const DAY_MS = 86_400_000

/** The session of a cookie; the database stores only the token's hash. */
export type NewSession = { token: string; expires: Date; personId: string }

/** @throws Refusal `unauthenticated`, the same for an unknown address and a wrong password */
export async function signIn(email: string, password: string): Promise<NewSession> {
	const person = await findPersonByEmail(email)
	if (!(await verifyPassword(password, person?.passwordHash ?? null)) || !person)
		throw new Refusal('unauthenticated', 'The e-mail address or the password is not right.', 'password')
	return write((tx) => createSession(tx, person.id))
}

export async function createSession(tx: Tx, personId: string): Promise<NewSession> {
	const token = randomBytes(32).toString('base64url')
	const expires = new Date(Date.now() + SESSION_DAYS * DAY_MS)
	await tx.insert(sessions).values({ sessionToken: hashToken(token), userId: personId, expires })
	return { token, expires, personId }
}

export async function endSession(token: string): Promise<void> {
	await write((tx) => tx.delete(sessions).where(eq(sessions.sessionToken, hashToken(token))))
}

/** SHA-256 of a token, as stored: a copy of the database holds no usable tokens. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** The person of a session with the current role; null for an expired session or a disabled person. */
export async function findSession(token: string) {
	const [found] = await sessionByHash(readDb(), { hash: hashToken(token) })
	return found && found.expires > new Date() ? found : null
}

const sessionByHash = prepared(['hash'], (on, { hash }) =>
	on
		.select({
			expires: sessions.expires,
			person: { id: people.id, name: people.name, email: people.email, role: people.role },
		})
		.from(sessions)
		.innerJoin(people, eq(people.id, sessions.userId))
		.where(and(eq(sessions.sessionToken, hash), isNull(people.disabledAt))),
)
