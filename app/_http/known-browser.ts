import { randomBytes } from 'node:crypto'
import { KNOWN_BROWSER_COOKIE, parseCookies } from '@/lib/cookies'
import { hmac, sign, unsign } from '@/lib/signing'
import { serializeCookie } from './set-cookie'

/** Accounts that one browser is known for; a family's. */
const ACCOUNTS_MAX = 5
/** Browsers keep no cookie longer. */
const DAYS = 400

type KnownBrowser = { id: string; accounts: string[] }

/** An account without its address. */
export const accountKey = (foldedEmail: string): string => hmac('account', foldedEmail)

/** The browser's id, if it has signed in to the account before. */
export function knownBrowser(cookieHeader: string | null, account: string): string | null {
	const { id, accounts } = browserIn(cookieHeader)
	return accounts.includes(account) ? id : null
}

/** Adds an account to those that the browser is known for, as a `Set-Cookie` line. */
export function knownBrowserCookie(cookieHeader: string | null, account: string): string {
	const { id, accounts } = browserIn(cookieHeader)
	const kept = [account, ...accounts.filter((each) => each !== account)].slice(0, ACCOUNTS_MAX)
	return serializeCookie({
		name: KNOWN_BROWSER_COOKIE,
		value: sign('known browser', [id, ...kept].join('.')),
		seconds: DAYS * 86_400,
		path: '/session',
	})
}

function browserIn(cookieHeader: string | null): KnownBrowser {
	const value = unsign('known browser', parseCookies(cookieHeader).get(KNOWN_BROWSER_COOKIE))
	const [id = randomBytes(12).toString('base64url'), ...accounts] = value?.split('.') ?? []
	return { id, accounts }
}
