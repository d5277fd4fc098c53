import { and, eq, ne } from 'drizzle-orm'
import { write } from '@/db'
import { sessions } from '@/db/schema'
import { messages } from '@/lib/messages/messages'
import { Refusal } from '@/lib/refusal'
import { audit } from './audit'
import { endPasswordLinks } from './password-links'
import { checkPassword, hashPassword, verifyPassword } from './passwords'
import { setPasswordHash } from './people'
import type { Viewer } from './permissions'
import { passwordHashOf, requireRecentSignIn, setConfirmed } from './recent-sign-in'

/**
 * Replaces the viewer's password and ends their other sessions. The present password is asked for each time, so that
 * an open session alone cannot take the account over; an account without one needs a recent sign-in.
 *
 * @throws Refusal `invalid` naming the field, or `unconfirmed`
 */
export async function changeOwnPassword(
	viewer: Viewer,
	{ current, password }: { current: string; password: string },
): Promise<void> {
	const { person, session } = viewer
	if (!person || !session) throw new Refusal('unauthenticated', messages().refusals.signInFirst)
	const currentHash = await passwordHashOf(person.id)
	if (currentHash === null) requireRecentSignIn(viewer)
	else if (!(await verifyPassword(current, currentHash)))
		throw new Refusal('invalid', messages().refusals.wrongPresentPassword, 'current')
	checkPassword(password)
	const passwordHash = await hashPassword(password)
	await write(async (tx) => {
		await setPasswordHash(tx, person.id, passwordHash)
		await tx
			.delete(sessions)
			.where(and(eq(sessions.userId, person.id), ne(sessions.sessionToken, session.hash)))
		await endPasswordLinks(tx, person.id)
		await setConfirmed(tx, session.hash)
		await audit(tx, viewer, 'change own password', `person:${person.id}`)
	})
}
