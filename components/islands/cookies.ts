import { ISLANDS_COOKIE, ISLANDS_WITH_READER, ISLANDS_WITHOUT_READER } from '@/lib/script-cookies'

/** Value of a cookie that is readable by scripts; undefined if it is not set. */
export const cookieValue = (name: string): string | undefined =>
	document.cookie
		.split('; ')
		.find((pair) => pair.startsWith(`${name}=`))
		?.slice(name.length + 1)

/** The longest cookie lifetime that browsers accept: 400 days. */
const MAX_AGE_SECONDS = 400 * 86_400

/** Sets the cookie that lets the server send the shared cached page, which the islands then complete. */
export function declareIslands(hasReader: boolean): void {
	if (hasReader) setIslandsCookie(ISLANDS_WITH_READER)
	else if (!cookieValue(ISLANDS_COOKIE)) setIslandsCookie(ISLANDS_WITHOUT_READER)
}

/** After a write the reader has state of their own to fetch. */
export const rememberReader = (): void => setIslandsCookie(ISLANDS_WITH_READER)

export const hasReader = (): boolean => cookieValue(ISLANDS_COOKIE) === ISLANDS_WITH_READER

function setIslandsCookie(value: string): void {
	const secure = location.protocol === 'https:' ? '; Secure' : ''
	// biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is younger than many readers' browsers.
	document.cookie = `${ISLANDS_COOKIE}=${value}; Path=/; Max-Age=${MAX_AGE_SECONDS}; SameSite=Lax${secure}`
}
