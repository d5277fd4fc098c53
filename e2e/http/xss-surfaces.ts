import { joined, type XssPayload } from '../support/xss-payloads'
import { accountVisits } from './xss-accounts'
import { listVisits } from './xss-lists'
import type { Cookie, XssSite } from './xss-site'
import { short } from './xss-site'

/** A page that shows texts of readers, and its viewer. */
export type Visit = {
	surface: string
	path: string
	viewer: 'reader' | 'owner' | Cookie
	/** Whether its list continues on further pages. */
	isList?: true
}

/** Pages before the comments are approved. */
export const WAITING: Visit[] = [
	{ surface: 'desk queue', path: '/desk/comments', viewer: 'owner', isList: true },
]

const DESK_LISTS = {
	'desk list': '/desk/comments?show=approved',
	'desk reports': '/desk/reports',
	'desk decisions': '/desk/reports?show=decided',
	'desk complaints': '/desk/reports?show=complaints',
	'desk messages': '/desk/accessibility',
	'desk people': '/desk/people?group=readers',
	log: '/desk/log',
}

/** All other pages that show what readers have stored. */
export const storedVisits = (site: XssSite): Visit[] => [
	...site.stories.map(
		(slug): Visit => ({ surface: 'thread', path: `/news/${slug}?size=50`, viewer: 'reader' }),
	),
	...site.stories.slice(0, 3).flatMap((slug): Visit[] =>
		['view=flat', 'view=collapsed', 'sort=respected'].map((order) => ({
			surface: 'thread orders',
			path: `/news/${slug}?${order}`,
			viewer: 'reader',
		})),
	),
	...Object.entries(DESK_LISTS).map(
		([surface, path]): Visit => ({ surface, path, viewer: 'owner', isList: true }),
	),
	...site.commenters.flatMap((id): Visit[] => [
		{ surface: 'history of a person', path: `/desk/comments?show=all&by=${id}`, viewer: 'owner' },
		{ surface: 'comment alone', path: `/desk/comments?comment=${id}`, viewer: 'owner' },
		{ surface: 'report form', path: `/reports/new?comment=${id}`, viewer: 'reader' },
	]),
	...site.reported.map(
		(id): Visit => ({ surface: 'desk report', path: `/desk/reports/${id}`, viewer: 'owner' }),
	),
	...site.receipts.map((path): Visit => ({ surface: 'receipt', path, viewer: 'reader' })),
	...site.own.flatMap(({ id, slug, cookie }): Visit[] => [
		{ surface: 'own comment', path: `/news/${slug}`, viewer: cookie },
		{ surface: 'edit', path: `/news/${slug}/comments/${id}/edit`, viewer: cookie },
	]),
	...site.removed.map(
		({ id, cookie }): Visit => ({ surface: 'decision', path: `/decisions/${id}`, viewer: cookie }),
	),
	...accountVisits(site.accounts, site.stories[0]),
	...site.links,
	...listVisits(site.lists),
	{ surface: 'transparency', path: '/transparency', viewer: 'reader' },
]

/** Pages that are looked at under the policy, one of so many of each surface, and the first one. */
const UNDER_POLICY_EVERY = 5

/** A sample for the policy, which only stops what the inspection without it reports. */
export const underPolicy = (visits: Visit[]): Visit[] => {
	const counts = new Map<string, number>()
	return visits.flatMap(({ isList: _, ...visit }) => {
		const count = counts.get(visit.surface) ?? 0
		counts.set(visit.surface, count + 1)
		return count % UNDER_POLICY_EVERY === 0 ? [visit] : []
	})
}

/** Characters of a search. */
const QUERY_MAX = 190
/** Queries that are sent to all pages with parameters, one of so many, and payloads that are sent as paths, at most. */
const PARAMETERS_SENT = { every: 3, max: 4 }
const PATHS_SENT = 20

/** Things from all over a list. */
const spread = <T>(all: T[], number: number): T[] =>
	all.filter((_, at) => at % Math.ceil(all.length / number) === 0)

const PARAMETERS: [path: string, names: string[], viewer: 'reader' | 'owner'][] = [
	['/search', ['q', 'section', 'author', 'from', 'to', 'after'], 'reader'],
	['/sign-in', ['next', 'account', 'password'], 'reader'],
	['/sign-in', ['link', 'next'], 'reader'],
	['/sign-up', ['next'], 'reader'],
	['/password', ['token', 'sent'], 'reader'],
	['/welcome', ['token'], 'reader'],
	['/sign-up/confirm', ['token', 'next'], 'reader'],
	['/reports/1', ['token'], 'reader'],
	['/accessibility', ['received', 'page'], 'reader'],
	['/account', ['done'], 'owner'],
	['/account/confirm', ['form', 'next'], 'owner'],
	['/desk/comments', ['query', 'show', 'phase', 'undo', 'done', 'was'], 'owner'],
	['/desk/reports', ['query', 'show', 'past'], 'owner'],
	['/desk/people', ['query', 'group', 'past'], 'owner'],
	['/desk/log', ['person', 'kind', 'story', 'from', 'to'], 'owner'],
]

const PATHS = [
	'/',
	'/news/',
	'/tags/',
	'/sections/',
	'/people/',
	'/series/',
	'/archive/',
	'/desk/',
	'/preview/',
]

/** Pages that lead to an address in their own, and addresses that run code or lead elsewhere. */
const RETURN_PAGES = ['/sign-in?next=', '/account/confirm?next=']
const RETURN_PATHS = ['javascript:xss()', '//evil.test', 'data:text/html,<script>xss()</script>']

/** Searches for payloads, and addresses that hold them. */
export function addressVisits(site: XssSite, bodies: XssPayload[]): Visit[] {
	const queries = joined(short(bodies, QUERY_MAX), QUERY_MAX, ' ').map((text) => text.toWellFormed())
	const [slug] = site.stories
	const story: (typeof PARAMETERS)[number] = [
		`/news/${slug}`,
		['page', 'reply', 'sort', 'size', 'view'],
		'reader',
	]
	const sent = Math.min(PARAMETERS_SENT.max, Math.ceil(queries.length / PARAMETERS_SENT.every))
	// Two fields of a search hold what was typed.
	const half = Math.ceil(queries.length / 2)
	const searches = queries.slice(0, half).map((q, at) => ({ q, author: queries[half + at] ?? '' }))
	return [
		...searches.map(
			(fields): Visit => ({
				surface: 'search',
				path: `/search?${new URLSearchParams(fields)}`,
				viewer: 'reader',
			}),
		),
		...spread(queries, sent).flatMap((text) =>
			[...PARAMETERS, story].map(([path, names, viewer]): Visit => {
				// Also as the name of a parameter, and behind the address, where scripts read it.
				const query = new URLSearchParams([...names, text].map((name) => [name, text]))
				return { surface: 'parameters', path: `${path}?${query}#${encodeURIComponent(text)}`, viewer }
			}),
		),
		...RETURN_PAGES.flatMap((page) =>
			RETURN_PATHS.map(
				(next): Visit => ({
					surface: 'return paths',
					path: page + encodeURIComponent(next),
					viewer: 'owner',
				}),
			),
		),
		...spread(short(bodies, QUERY_MAX), PATHS_SENT).map(({ text }, at): Visit => {
			const prefix = PATHS[at % PATHS.length]
			const path = `${prefix}${encodeURIComponent(text.toWellFormed().replaceAll('/', '\u2215'))}`
			return { surface: 'paths', path, viewer: prefix === '/desk/' ? 'owner' : 'reader' }
		}),
	]
}

export type Field = [name: string, value: string]

export type SentForm = { surface: string; action: string; fields: Field[] }

export const previewForm = ({ stories: [slug] }: XssSite, text: string): SentForm => ({
	surface: 'preview',
	action: `/news/${slug}/comments`,
	fields: [...['body', 'name', 'email'].map((name): Field => [name, text]), ['preview', 'preview']],
})

/** Forms of readers that are refused, and shown again with all values. */
export const refusedForms = (
	{ stories: [slug], commenters: [comment] }: XssSite,
	text: string,
): SentForm[] => {
	const with_ = (names: string[], more: Record<string, string> = {}): Field[] => [
		...names.map((name): Field => [name, text]),
		...Object.entries(more),
	]
	return [
		{
			surface: 'refused comment',
			action: `/news/${slug}/comments`,
			fields: with_(['body', 'name', 'email']),
		},
		{
			surface: 'refused sign-up',
			action: '/sign-up/account',
			fields: with_(['name', 'email', 'next'], { password: 'short' }),
		},
		{
			surface: 'refused sign-in',
			action: '/session',
			fields: with_(['email', 'next'], { password: 'wrong' }),
		},
		{ surface: 'refused password link', action: '/password/link', fields: with_(['email']) },
		{ surface: 'refused sign-in link', action: '/session/link', fields: with_(['email', 'next']) },
		{ surface: 'refused confirmation', action: '/sign-up/confirm/email', fields: with_(['token', 'next']) },
		{ surface: 'refused password', action: '/password/new', fields: with_(['token'], { password: 'short' }) },
		{
			surface: 'refused invitation',
			action: '/welcome/account',
			fields: with_(['token', 'name', 'email'], { password: 'short' }),
		},
		{
			surface: 'refused report',
			action: '/reports/send',
			fields: with_(['reason', 'explanation', 'name', 'email'], { comment: String(comment) }),
		},
		{
			surface: 'refused message',
			action: '/accessibility/message',
			fields: with_(['text', 'page', 'email']),
		},
		{ surface: 'refused complaint', action: '/complaints/send', fields: with_(['report', 'token', 'text']) },
		{
			surface: 'refused reading list',
			action: '/reading-list/remove',
			fields: with_(['story', 'slug', 'article']),
		},
		{ surface: 'refused order', action: `/news/${slug}/thread`, fields: with_(['sort', 'size', 'view']) },
	]
}
