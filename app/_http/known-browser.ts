import { randomBytes } from 'node:crypto'
import { KNOWN_BROWSER_COOKIE, parseCookies } from '@/lib/cookies'
import { hmac, sign, unsign } from '@/lib/signing'
import { LONGEST_SECONDS, serializeCookie } from './set-cookies'

/** Accounts remembered per browser: a family's. */
const ACCOUNTS_MAX = 5

type KnownBrowser = { id: string; accounts: string[] }

/** Account key: HMAC of the normalized email. */
export const accountKey = (normalizedEmail: string): string => hmac('account', normalizedEmail)

/** Id of the browser if its cookie names the account; otherwise null. */
export function knownBrowser(cookieHeader: string | null, account: string): string | null {
	const { id, accounts } = browserIn(cookieHeader)
	return accounts.includes(account) ? id : null
}

/** `Set-Cookie` line that adds the account to the signed list of the browser. */
export function knownBrowserCookie(cookieHeader: string | null, account: string): string {
	const { id, accounts } = browserIn(cookieHeader)
	const knownAccounts = [account, ...accounts.filter((each) => each !== account)].slice(0, ACCOUNTS_MAX)
	return serializeCookie({
		name: KNOWN_BROWSER_COOKIE,
		value: sign('known browser', [id, ...knownAccounts].join('.')),
		lifetime: LONGEST_SECONDS,
		path: '/session',
	})
}

/** `Set-Cookie` line that makes the browser forget its accounts. */
export const forgetAccountsCookie = (): string =>
	serializeCookie({ name: KNOWN_BROWSER_COOKIE, value: '', lifetime: 0, path: '/session' })

function browserIn(cookieHeader: string | null): KnownBrowser {
	const value = unsign('known browser', parseCookies(cookieHeader).get(KNOWN_BROWSER_COOKIE))
	const [id = randomBytes(12).toString('base64url'), ...accounts] = value?.split('.') ?? []
	return { id, accounts }
}
