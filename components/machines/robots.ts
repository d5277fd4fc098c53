import { type MachineAnswers, type MachinePolicy, permits, usesOfAll } from '@/lib/machine-answers'
import { DECLARED_CRAWLERS, type DeclaredCrawler } from './crawlers'
import { contentSignal, contentUsage } from './signals'
import { exceptionsOf } from './story-paths'

/** Addresses for people alone: the desk, sign-in, forms shown again, and results of searches. */
const PRIVATE_PATTERNS = [
	...[
		'/desk',
		'/account',
		'/password',
		'/reading-list',
		'/sign-in',
		'/sign-up',
		'/welcome',
		'/search',
	].flatMap((path) => [`${path}$`, `${path}?`, `${path}/`]),
	'/api/',
	'/preview/',
	'/*?reply=',
	'/*&reply=',
]

/** The read API, within the closed folder of data for this site's own scripts. */
const PUBLIC_API = ['$', '?', '/'].map((end) => `/api/stories${end}`)

/** Files that state the terms, which a crawler may read that is to stay away from the rest. */
const TERMS = ['/license.xml$', '/.well-known/tdmrep.json$']

/**
 * `/robots.txt`: groups of RFC 9309, with `Content-Signal` (Content Signals Policy, contentsignals.org) and
 * `Content-Usage` ("Associating AI Usage Preferences with Content in HTTP", draft-ietf-aipref-attach-05 of 19 August
 * 2026), and `License` of RSL 1.0. A crawler with a group of its own ignores the others: each group is complete.
 */
export function robotsText(policy: MachinePolicy): string {
	const { siteUrl, sitemaps } = policy
	const isListed = [policy.site, ...policy.stories.map(({ answers }) => answers)].some((answers) =>
		permits(answers, 'search'),
	)
	return [
		'# What machines may do here. Requests to them, and reservations of rights; written from one setting.',
		`License: ${siteUrl}/license.xml`,
		// Without a page for search engines there is no sitemap.
		...(isListed ? sitemaps.map((sitemap) => `Sitemap: ${sitemap}`) : []),
		'',
		...['User-agent: *', ...generalRules(policy)],
		...crawlerGroups(policy).flatMap((group) => ['', ...group]),
		'',
	].join('\n')
}

function generalRules(policy: MachinePolicy): string[] {
	return [
		...signalLine(policy),
		...PRIVATE_PATTERNS.map((pattern) => `Disallow: ${pattern}`),
		...PUBLIC_API.map((pattern) => `Allow: ${pattern}`),
		'Allow: /',
		...usageLines(policy),
	]
}

/**
 * The signal has no paths: a yes is given only where no story refuses the use, and a no stands for the site. The
 * pages of stories send their own in a header.
 */
function signalLine(policy: MachinePolicy): string[] {
	const signal = contentSignal(policy.site, usesOfAll(policy))
	return signal ? [`Content-Signal: ${signal}`] : []
}

const usageLines = (policy: MachinePolicy): string[] => [
	`Content-Usage: ${contentUsage(policy.site)}`,
	...exceptionsOf(policy).flatMap(({ patterns, answers }) =>
		patterns.map((pattern) => `Content-Usage: ${pattern} ${contentUsage(answers)}`),
	),
]

/** Groups of the crawlers with the same uses, except of those that may read all. */
function crawlerGroups(policy: MachinePolicy): string[][] {
	const groups = new Map<string, DeclaredCrawler[]>()
	for (const crawler of DECLARED_CRAWLERS) {
		const uses = crawler.uses.join(' ')
		groups.set(uses, [...(groups.get(uses) ?? []), crawler])
	}
	return [...groups.values()].flatMap((crawlers) => {
		const uses = crawlers[0]?.uses ?? []
		const rules = crawlerRules(policy, (answers) => uses.every((use) => permits(answers, use)))
		return rules ? [[...crawlers.map(({ token }) => `User-agent: ${token}`), ...rules]] : []
	})
}

/** Rules of crawlers that may read the pages of which `mayRead` holds; null if that is each page. */
function crawlerRules(policy: MachinePolicy, mayRead: (answers: MachineAnswers) => boolean): string[] | null {
	const { site } = policy
	const patterns = exceptionsOf(policy)
		.filter(({ answers }) => mayRead(answers) !== mayRead(site))
		.flatMap((exception) => exception.patterns)
	if (mayRead(site)) {
		if (patterns.length === 0) return null
		return [...generalRules(policy), ...patterns.map((pattern) => `Disallow: ${pattern}`)]
	}
	return [
		...signalLine(policy),
		'Disallow: /',
		...TERMS.map((pattern) => `Allow: ${pattern}`),
		...patterns.map((pattern) => `Allow: ${pattern}`),
		// Preferences apply to what may be crawled.
		...(patterns.length > 0 ? [...replyRules(patterns), ...usageLines(policy)] : []),
	]
}

/** Forms of an allowed story stay closed; the longer pattern decides. */
const replyRules = (patterns: string[]): string[] =>
	patterns
		.filter((pattern) => pattern.startsWith('/news/') && pattern.endsWith('?'))
		.map((pattern) => `Disallow: ${pattern}*reply=`)
