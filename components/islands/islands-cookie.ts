import { ISLANDS_ASK, ISLANDS_COOKIE, ISLANDS_RUN } from '@/lib/islands-cookie'
import { cookieValue } from './cookies'

/** Browsers keep no cookie longer than 400 days. */
const KEPT_SECONDS = 400 * 86_400

/** Tells the server that scripts run here, so that the page made for everybody will do. */
export function declareIslands(hasReader: boolean): void {
	if (hasReader) keep(ISLANDS_ASK)
	else if (!cookieValue(ISLANDS_COOKIE)) keep(ISLANDS_RUN)
}

/** After a write: from now on there is something of the reader's own to ask for. */
export const rememberReader = (): void => keep(ISLANDS_ASK)

export const hasReader = (): boolean => cookieValue(ISLANDS_COOKIE) === ISLANDS_ASK

function keep(value: string): void {
	const secure = location.protocol === 'https:' ? '; Secure' : ''
	// biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is younger than many readers' browsers.
	document.cookie = `${ISLANDS_COOKIE}=${value}; Path=/; Max-Age=${KEPT_SECONDS}; SameSite=Lax${secure}`
}
