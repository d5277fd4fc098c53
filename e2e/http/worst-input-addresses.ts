import { readFileSync } from 'node:fs'

/** A story with long texts. */
export const PAGE = '/news/the-worst-of-it'
/** Reader pages and the desk. */
export const PAGES = [
	'/',
	PAGE,
	'/sections/news',
	'/tags/harbour',
	'/sign-in',
	'/sign-up',
	'/account',
	'/password',
	'/welcome',
	'/desk',
]
/** A file of a hashed name. */
export const SCRIPT: string = JSON.parse(readFileSync('public/islands/manifest.json', 'utf8')).reader.en
/** Machine-readable answers. */
export const DATA = [
	'/api/viewer',
	'/api/auth/session',
	'/api/auth/csrf',
	'/healthz/ready',
	'/speculation-rules.json',
]
/** Addresses of forms. */
export const FORMS = [
	...['comments', 'moods', 'rating', 'respect', 'thread'].map((form) => `${PAGE}/${form}`),
	...['/ads/close', '/appearance', '/desk', '/api/auth/signout'],
	...['/session', '/session/link', '/sign-out', '/welcome/account'],
	...['/accessibility/message', '/reports/send', '/complaints/send', '/replies/change'],
	...['/replies/unsubscribe'],
	...['/sign-up/account', '/sign-up/confirm/email', '/password/link', '/password/new', '/account/password'],
	...[
		'/account/votes/withdraw',
		'/account/download',
		'/account/delete/run',
		...['/account/ignored/stop', '/account/notices/seen', '/account/name', '/account/connect/new'],
		`${PAGE}/ignore`,
	],
]
