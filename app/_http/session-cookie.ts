import type { NewSession } from '@/domain/sessions'
import { SESSION_COOKIE } from '@/lib/cookies'
import { sessionCookie } from '../auth'

/** `Set-Cookie` line of the session, under next-auth's name; null deletes it. */
export function serializeSessionCookie(session: NewSession | null): string {
	const { path, secure } = sessionCookie()
	const expires = session?.expires ?? new Date(0)
	const flags = `Path=${path}; Expires=${expires.toUTCString()}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
	return `${SESSION_COOKIE}=${session?.token ?? ''}; ${flags}`
}
