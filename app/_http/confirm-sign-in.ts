import type { Viewer } from '@/domain/permissions'
import { confirmSignIn } from '@/domain/recent-sign-in'
import { CONFIRM_CODE, CONFIRM_PASSWORD } from '@/lib/confirm-fields'
import { seeOther } from './form-route'
import { accountKey } from './known-browser'
import { admitSignIn } from './sign-in-attempts'

/** 303 to the page that asks for the password or a code, and then redirects to the requested download. */
export function confirmFirst(request: Request): Response {
	const { pathname, search } = new URL(request.url)
	return seeOther(`/account/confirm?next=${encodeURIComponent(pathname + search)}`)
}

/**
 * Confirms the viewer's session by the password or the code in a form, and returns the viewer as confirmed; without
 * either the viewer as given. Attempts are limited for each session, so that guesses with a stolen one do not lock
 * the account.
 *
 * @throws Refusal `unconfirmed` or `rate-limited`
 */
export async function confirmedViewer<T extends Viewer>(
	viewer: T,
	value: (name: string) => string,
): Promise<T> {
	const [password, code] = [value(CONFIRM_PASSWORD), value(CONFIRM_CODE)]
	const { person, session } = viewer
	if (!person || !session || !(password || code)) return viewer
	const attempt = await admitSignIn(accountKey(`confirm ${person.id}`), session.hash)
	await confirmSignIn(viewer, { password, code })
	await attempt.succeeded()
	return { ...viewer, session: { ...session, confirmedAt: new Date() } }
}
