import { COOKIE_DAYS } from '@/lib/retention'
import {
	ISLANDS_COOKIE,
	ISLANDS_WITH_LIST,
	ISLANDS_WITH_READER,
	ISLANDS_WITHOUT_READER,
} from '@/lib/script-cookies'
import { isOwnStory, listOwnStory } from './own-stories'

/** Value of a cookie that is readable by scripts; undefined if it is not set. */
export const cookieValue = (name: string): string | undefined =>
	document.cookie
		.split('; ')
		.find((pair) => pair.startsWith(`${name}=`))
		?.slice(name.length + 1)

const MAX_AGE_SECONDS = COOKIE_DAYS.longest * 86_400

/**
 * Sets the cookie that lets the server send the shared cached page, which the islands then complete.
 *
 * @param reader account name for which the page was rendered, empty for a reader without one; undefined for a shared
 * page
 */
export function declareIslands(reader: string | undefined): void {
	const value = cookieValue(ISLANDS_COOKIE)
	// Accounts also vote in other browsers, and a reader of unknown history may have voted without scripts.
	if (reader || (reader === '' && value !== ISLANDS_WITH_LIST)) setIslandsCookie(ISLANDS_WITH_READER)
	else if (!value) setIslandsCookie(ISLANDS_WITHOUT_READER)
}

/** Before a write on a story: lists the story, since the response may be lost after the write. */
export function rememberStory(): void {
	const value = islands()
	if (value === ISLANDS_WITHOUT_READER) listOwnStory({ startsList: true })
	else if (value === ISLANDS_WITH_LIST && !listOwnStory({ startsList: false }))
		setIslandsCookie(ISLANDS_WITH_READER)
}

/** After a write the reader has state of their own to request; after a first write on listed stories only. */
export function rememberReader(): void {
	const value = islands()
	const isListed = value === ISLANDS_WITHOUT_READER && isOwnStory()
	if (value !== ISLANDS_WITH_LIST) setIslandsCookie(isListed ? ISLANDS_WITH_LIST : ISLANDS_WITH_READER)
}

/** Whether this browser has a reader token. */
export const hasReader = (): boolean => [ISLANDS_WITH_READER, ISLANDS_WITH_LIST].includes(islands())

/** Whether this story may have state of the reader. Listed ones may, also when the first write's response was lost. */
export function mayHaveOwnState(): boolean {
	const isListed = isOwnStory()
	return isListed === true || islands() === ISLANDS_WITH_READER || (isListed === null && hasReader())
}

const islands = (): string => cookieValue(ISLANDS_COOKIE) ?? ''

function setIslandsCookie(value: string): void {
	const secure = location.protocol === 'https:' ? '; Secure' : ''
	// biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is younger than many readers' browsers.
	document.cookie = `${ISLANDS_COOKIE}=${value}; Path=/; Max-Age=${MAX_AGE_SECONDS}; SameSite=Lax${secure}`
}
