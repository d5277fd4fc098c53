import { and, eq, ne } from 'drizzle-orm'
import { write } from '@/db'
import { credentials, sessions } from '@/db/schema'
import { messages } from '@/lib/messages/messages'
import { Refusal } from '@/lib/refusal'
import { audit } from './audit'
import { endPasswordLinks } from './password-links'
import { checkPassword, hashPassword, verifyPassword } from './passwords'
import type { Viewer } from './permissions'
import { passwordHashOf, setConfirmed } from './recent-sign-in'

/**
 * Replaces the viewer's password and ends their other sessions. The present password is asked for each time, so that
 * an open session alone cannot take the account over.
 *
 * @throws Refusal `invalid` naming the field
 */
export async function changeOwnPassword(
	viewer: Viewer,
	{ current, password }: { current: string; password: string },
): Promise<void> {
	const { person, session } = viewer
	if (!person || !session) throw new Refusal('unauthenticated', messages().refusals.signInFirst)
	if (!(await verifyPassword(current, await passwordHashOf(person.id))))
		throw new Refusal('invalid', messages().refusals.wrongPresentPassword, 'current')
	checkPassword(password)
	const passwordHash = await hashPassword(password)
	await write(async (tx) => {
		const changed = { passwordHash, updatedAt: new Date() }
		await tx.update(credentials).set(changed).where(eq(credentials.personId, person.id))
		await tx
			.delete(sessions)
			.where(and(eq(sessions.userId, person.id), ne(sessions.sessionToken, session.hash)))
		await endPasswordLinks(tx, person.id)
		await setConfirmed(tx, session.hash)
		await audit(tx, viewer, 'change own password', `person:${person.id}`)
	})
}
