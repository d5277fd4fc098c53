import { expect, test } from 'vitest'
import { trustTxt } from '@/components/site-facts/well-known'
import { DEFAULT_SETTINGS } from '@/domain/setting-defaults'
import {
	groupFor,
	licenseFor,
	mayCrawl,
	type Robots,
	type RobotsGroup,
	readLicense,
	readPreferences,
	readRobots,
	readSignal,
	signalOf,
	tdmRuleFor,
	trainingOf,
	usageOf,
} from '@/e2e/support/machine-rules'
import {
	type Licence,
	MACHINE_ANSWERS,
	type MachineAnswers,
	type MachinePolicy,
	type MachineUse,
	overAnswers,
	withinLicence,
} from '@/lib/machine-answers'
import { DECLARED_CRAWLERS } from './crawlers'
import { licenseXml } from './license'
import { pageHeaders, pageMetaTags } from './page-signals'
import { robotsText } from './robots'
import { tdmrepJson } from './tdmrep'

const USES = ['search', 'answers', 'training'] as const
/** The names of each use in the vocabularies. */
const AIPREF = { search: 'search', answers: 'ai-use', training: 'train-ai' }
const SIGNAL = { search: 'search', answers: 'ai-input', training: 'ai-train' }
const RSL = { search: ['search'], answers: ['ai-input', 'ai-index'], training: ['ai-train'] }

const STORY = [
	...['/news/bridge', '/news/bridge?page=2', '/news/bridge.ninjs.json', '/news/bridge/history'],
	...['/news/bridge/feed.xml', '/api/stories/42', '/api/stories/42?a=1'],
]
const OTHERS = [
	...['/', '/news/bridge-opens', '/news/bridg', '/desktop', '/oembed?url=a', '/corrections/feed.xml'],
	...['/api/stories', '/api/stories?before=42', '/api/stories/4', '/api/stories/421'],
]
const FEEDS = ['/feed.xml', '/sections/news/feed.json', '/series/harbour/feed.atom', '/feed.ninjs.json']
const PRIVATE = [
	'/desk',
	'/desk/stories/1',
	'/sign-in?return=%2F',
	'/search?q=a',
	'/news/bridge?reply=4',
	'/api/viewer',
	'/api/storiesx',
]

const ALL_ANSWERS: MachineAnswers[] = MACHINE_ANSWERS.flatMap((search) =>
	MACHINE_ANSWERS.flatMap((answers) => MACHINE_ANSWERS.map((training) => ({ search, answers, training }))),
)
const TERMS: Licence = { termsUrl: 'https://example.org/terms?a=1&b=2', contact: '', payment: 'crawl' }
const LICENCES: (Licence | null)[] = [
	TERMS,
	{ termsUrl: '', contact: 'licences@example.org', payment: 'purchase' },
	{ ...TERMS, contact: 'https://example.org/ask', payment: 'attribution' },
	null,
]

const policyOf = (site: MachineAnswers, licence: Licence | null, story?: MachineAnswers): MachinePolicy => ({
	siteUrl: 'https://square.example',
	publisher: 'The <Square> & Sons',
	site: withinLicence(site, licence),
	licence,
	stories: story ? [{ id: 42, path: '/news/bridge', answers: withinLicence(story, licence) }] : [],
	sitemaps: ['https://square.example/sitemap.xml'],
})

/** Each answer of the site with each answer of a story, which are all results of the 64 overrides. */
const POLICIES = ALL_ANSWERS.flatMap((site, row) => [
	...LICENCES.map((licence) => policyOf(site, licence)),
	...ALL_ANSWERS.map((story, column) => policyOf(site, LICENCES[(row + column) % 4] ?? null, story)),
])

const says = (answers: MachineAnswers, use: MachineUse): 'y' | 'n' => (answers[use] === 'yes' ? 'y' : 'n')

function* pathsOf({ site, stories }: MachinePolicy): Generator<[string, MachineAnswers]> {
	for (const path of STORY) yield [path, stories[0]?.answers ?? site]
	for (const path of OTHERS) yield [path, site]
	for (const path of FEEDS) yield [path, stricter(site, stories[0]?.answers ?? site)]
}

/** The answers of a text that has those of the site and those of a story. */
const stricter = (site: MachineAnswers, story: MachineAnswers): MachineAnswers => {
	const of = (use: MachineUse) => {
		if (site[use] === 'no' || story[use] === 'no') return 'no'
		return site[use] === 'yes' && story[use] === 'yes' ? 'yes' : 'licence'
	}
	return { search: of('search'), answers: of('answers'), training: of('training') }
}

/** Verdicts of robots.txt by its text and what is permitted, the same for a no and a "by licence". */
const read = new Map<string, string[]>()

/** Contradictions, as strings, so that a failure shows them and a pass costs no assertion each. */
function crawlFaults(policy: MachinePolicy): string[] {
	const permitted = [policy.site, ...policy.stories.map(({ answers }) => answers)].map((answers) =>
		USES.map((use) => says(answers, use)),
	)
	const text = robotsText(policy)
	const key = `${JSON.stringify(permitted)} ${text}`
	const robots = readRobots(text)
	const faults =
		read.get(key) ??
		[...DECLARED_CRAWLERS, { token: 'Unknown', uses: [] }].flatMap(({ token, uses }) =>
			groupFaults(groupFor(robots, token), uses, policy).map((fault) => `${token} ${fault}`),
		)
	read.set(key, faults)
	return faults
}

function groupFaults(group: RobotsGroup, uses: readonly MachineUse[], policy: MachinePolicy): string[] {
	const faults: string[] = []
	for (const [path, answers] of pathsOf(policy)) {
		const permitted = uses.every((use) => answers[use] === 'yes')
		if (mayCrawl(group, path) !== permitted) faults.push(`${path}: ${!permitted}`)
		if (permitted) faults.push(...usageFaults(group, path, answers))
	}
	for (const path of PRIVATE) if (mayCrawl(group, path)) faults.push(`may crawl ${path}`)
	for (const path of ['/robots.txt', '/license.xml', '/.well-known/tdmrep.json'])
		if (!mayCrawl(group, path)) faults.push(`may not read ${path}`)
	return faults
}

function usageFaults(group: RobotsGroup, path: string, answers: MachineAnswers): string[] {
	const usage = usageOf(group, path)
	const signal = signalOf(group)
	return USES.flatMap((use) => [
		...(usage?.[AIPREF[use]] === says(answers, use) ? [] : [`Content-Usage ${use} ${path}`]),
		...(signal[SIGNAL[use]] === 'yes' && answers[use] !== 'yes' ? [`Content-Signal ${use} ${path}`] : []),
	])
}

function fileFaults(policy: MachinePolicy): string[] {
	const [terms, json] = [readLicense(licenseXml(policy)), tdmrepJson(policy)]
	const faults: string[] = []
	for (const [path, answers] of pathsOf(policy)) {
		for (const use of USES)
			for (const usage of RSL[use])
				if (licenseFor(terms, path, usage) !== answers[use]) faults.push(`RSL ${usage} ${path}`)
		const rule = tdmRuleFor(json, path)
		if (rule?.['tdm-reservation'] !== reservation(answers)) faults.push(`TDMRep ${path}`)
		if (rule?.['tdm-policy'] !== tdmPolicy(answers, policy)) faults.push(`tdm-policy ${path}`)
	}
	return faults
}

const reservation = ({ answers, training }: MachineAnswers) =>
	answers === 'yes' && training === 'yes' ? 0 : 1

const tdmPolicy = ({ answers, training }: MachineAnswers, { licence }: MachinePolicy): string | undefined =>
	[answers, training].includes('licence') ? licence?.termsUrl || undefined : undefined

function pageFaults(answers: MachineAnswers, policy: MachinePolicy, robots: Robots): string[] {
	const [headers, meta] = [pageHeaders(answers, policy), pageMetaTags(answers, policy)]
	const usage = readPreferences(headers['Content-Usage'] ?? '')
	const signal = { ...signalOf(groupFor(robots, '*')), ...readSignal(headers['Content-Signal'] ?? '') }
	const noindex = answers.search === 'yes' ? undefined : 'noindex'
	const told: [string, unknown, unknown][] = [
		...USES.flatMap((use): [string, unknown, unknown][] => [
			[`Content-Usage ${use}`, usage?.[AIPREF[use]], says(answers, use)],
			[`Content-Signal ${use}`, signal[SIGNAL[use]], answers[use] === 'yes' ? 'yes' : 'no'],
		]),
		['X-Robots-Tag', headers['X-Robots-Tag'], noindex],
		['meta robots', meta.robots, noindex],
		['TDM-Reservation', headers['TDM-Reservation'], String(reservation(answers))],
		['meta tdm-reservation', meta['tdm-reservation'], String(reservation(answers))],
		['TDM-Policy', headers['TDM-Policy'], tdmPolicy(answers, policy)],
		['meta tdm-policy', meta['tdm-policy'], tdmPolicy(answers, policy)],
		['Link', headers.Link?.startsWith('</license.xml>; rel="license"'), true],
	]
	return told.filter(([, is, wanted]) => is !== wanted).map(([name, is]) => `${name}: ${is}`)
}

const ORGANISATION = {
	...DEFAULT_SETTINGS,
	policies: { orgEthicsUrl: null, orgCorrectionsUrl: null, orgOwnershipUrl: null, orgFeedbackUrl: null },
	orgEmail: 'desk@square.example',
}

/** trust.txt has one answer: a yes holds for each address, and a no for the site. */
function trustFaults(policy: MachinePolicy): string[] {
	const told = trainingOf(trustTxt(ORGANISATION, policy) ?? '')
	const answers = [...pathsOf(policy)].map(([, { training }]) => training === 'yes')
	const wanted = answers.every(Boolean) ? 'yes' : policy.site.training === 'yes' ? null : 'no'
	return told === wanted ? [] : [`datatrainingallowed: ${told}`]
}

const fieldsOutside = ({ site, stories }: MachinePolicy) => {
	const isListed = [site, ...stories.map(({ answers }) => answers)].some(({ search }) => search === 'yes')
	return [
		{ key: 'license', value: 'https://square.example/license.xml' },
		...(isListed ? [{ key: 'sitemap', value: 'https://square.example/sitemap.xml' }] : []),
	]
}

test('no signal contradicts another, for every answer and override', () => {
	expect(POLICIES).toHaveLength(27 * 27 + 27 * 4)
	for (const policy of POLICIES) {
		const robots = readRobots(robotsText(policy))
		const faults = [
			...crawlFaults(policy),
			...fileFaults(policy),
			...trustFaults(policy),
			...pageFaults(policy.site, policy, robots),
			...policy.stories.flatMap(({ answers }) => pageFaults(answers, policy, robots)),
		]
		expect(faults, JSON.stringify(policy)).toEqual([])
		expect(robots.outside).toEqual(fieldsOutside(policy))
	}
})

test('an override replaces the answers that it has', () => {
	const choices = [null, ...MACHINE_ANSWERS]
	for (const site of ALL_ANSWERS)
		for (const search of choices)
			for (const training of choices) {
				const answers = overAnswers(site, { search, answers: null, training })
				expect(answers).toEqual({
					search: search ?? site.search,
					answers: site.answers,
					training: training ?? site.training,
				})
			}
})

test('each declared crawler has one row with a known source', () => {
	const tokens = DECLARED_CRAWLERS.map(({ token }) => token.toLowerCase())
	expect(new Set(tokens).size).toBe(tokens.length)
	for (const { token } of DECLARED_CRAWLERS) expect(token).toMatch(/^[A-Za-z_-]+$/)
})
