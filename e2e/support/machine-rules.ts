import { parseXml } from './dom'

/*
 * Readers of the signals to machines, written from the published rules and sharing no code with their writers: RFC
 * 9309, draft-ietf-aipref-attach-05 with draft-ietf-aipref-vocab-08, the Content Signals Policy, RSL 1.0 and TDMRep.
 */

type Line = { key: string; value: string }
export type RobotsGroup = { rules: Line[] }
export type Robots = { groups: { agents: string[]; rules: Line[] }[]; outside: Line[] }

const regexes = new Map<string, RegExp>()

/** Whether a path with its query matches a pattern of RFC 9309, 2.2.2 and 2.2.3. */
export function matches(pattern: string, path: string): boolean {
	let regex = regexes.get(pattern)
	if (!regex) {
		const anchored = pattern.endsWith('$')
		const parts = (anchored ? pattern.slice(0, -1) : pattern).split('*')
		const source = parts.map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*')
		regex = new RegExp(`^${source}${anchored ? '$' : ''}`)
		regexes.set(pattern, regex)
	}
	return regex.test(path)
}

export function readRobots(text: string): Robots {
	const robots: Robots = { groups: [], outside: [] }
	let agentsOpen = false
	for (const raw of text.split(/\r\n|\r|\n/)) {
		const line = raw.replace(/#.*/, '').trim()
		const colon = line.indexOf(':')
		if (colon < 0) continue
		const [key, value] = [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]
		const group = robots.groups.at(-1)
		if (key === 'user-agent') {
			if (agentsOpen && group) group.agents.push(value.toLowerCase())
			else robots.groups.push({ agents: [value.toLowerCase()], rules: [] })
			agentsOpen = true
			continue
		}
		agentsOpen = false
		if (group && key !== 'sitemap') group.rules.push({ key, value })
		else robots.outside.push({ key, value })
	}
	return robots
}

/** The rules for a product token: of all groups that name it, else of those for all crawlers. */
export function groupFor({ groups }: Robots, token: string): RobotsGroup {
	const named = groups.filter(({ agents }) => agents.includes(token.toLowerCase()))
	const chosen = named.length > 0 ? named : groups.filter(({ agents }) => agents.includes('*'))
	return { rules: chosen.flatMap(({ rules }) => rules) }
}

/** The longest matching rule decides, and of two equal ones the one that allows. */
export function mayCrawl({ rules }: RobotsGroup, path: string): boolean {
	if (path === '/robots.txt') return true
	let [length, allowed] = [-1, true]
	for (const { key, value } of rules) {
		if ((key !== 'allow' && key !== 'disallow') || value === '' || !matches(value, path)) continue
		if (value.length < length || (value.length === length && allowed)) continue
		;[length, allowed] = [value.length, key === 'allow']
	}
	return allowed
}

export type Preferences = Record<string, string>

/** The tokens `y` and `n` of a dictionary of RFC 9651; null if it cannot be parsed. */
export function readPreferences(text: string): Preferences | null {
	const found: Preferences = {}
	for (const member of text.split(',')) {
		const [, key, value = ''] =
			/^[ \t]*([a-z*][a-z0-9_.*-]*)(?:=([A-Za-z*][\w.:/*-]*))?[ \t]*$/.exec(member) ?? []
		if (!key) return null
		if (value === 'y' || value === 'n') found[key] = value
		else delete found[key]
	}
	return found
}

/** Preferences of the longest matching `Content-Usage` rule; equal paths combine to the most restrictive. */
export function usageOf(group: RobotsGroup, path: string): Preferences | null {
	if (!mayCrawl(group, path)) return null
	let [length, found]: [number, Preferences] = [-1, {}]
	for (const { key, value } of group.rules) {
		if (key !== 'content-usage') continue
		const [, pattern = '', statement = ''] = /^(\/\S*)?\s*(.*)$/.exec(value) ?? []
		if ((pattern && !matches(pattern, path)) || pattern.length < length) continue
		const preferences = readPreferences(statement) ?? {}
		const combined = pattern.length === length ? mostRestrictive(found, preferences) : preferences
		;[length, found] = [pattern.length, combined]
	}
	return found
}

function mostRestrictive(one: Preferences, other: Preferences): Preferences {
	const keys = new Set([...Object.keys(one), ...Object.keys(other)])
	return Object.fromEntries([...keys].map((key) => [key, one[key] === 'n' || other[key] === 'n' ? 'n' : 'y']))
}

/** The signals of a `Content-Signal` value, `yes` or `no`. */
export function readSignal(text: string): Preferences {
	const pairs = text.split(',').map((pair) => pair.trim().split('='))
	return Object.fromEntries(pairs.filter(([, value]) => value === 'yes' || value === 'no'))
}

export const signalOf = ({ rules }: RobotsGroup): Preferences =>
	Object.assign(
		{},
		...rules.filter(({ key }) => key === 'content-signal').map(({ value }) => readSignal(value)),
	)

/** The answer of trust.txt to training on the site's content; null without one. */
export const trainingOf = (trust: string): string | null =>
	/^datatrainingallowed=(yes|no)$/m.exec(trust)?.[1] ?? null

export type TdmRule = { location: string; 'tdm-reservation': unknown; 'tdm-policy'?: string }

/** The rule of TDMRep for a path: the first that matches. */
export function tdmRuleFor(json: string, path: string): TdmRule | undefined {
	const rules = JSON.parse(json) as TdmRule[]
	return rules.find(({ location }) => matches(location, path))
}

const RSL = 'https://rslstandard.org/rsl'
const USAGES = ['all', 'ai-all', 'ai-train', 'ai-input', 'ai-index', 'search']
const PAYMENTS = 'purchase subscription training crawl use contribution attribution free'.split(' ')

type Term = { url: string; permits: string[]; prohibits: string[]; free: boolean }

/** As `children`, which takes jsdom ten times as long. */
const elementsOf = (parent: Element): Element[] =>
	[...parent.childNodes].filter((node): node is Element => node.nodeType === 1)

const childrenOf = (parent: Element, name: string): Element[] =>
	elementsOf(parent).filter((each) => each.localName === name)

/** The terms of an RSL document. @throws Error if it breaks the rules of RSL 1.0 */
export function readLicense(xml: string): Term[] {
	const root = parseXml(xml)
	const fail = (why: string): never => {
		throw new Error(`RSL: ${why}`)
	}
	if (root.localName !== 'rsl' || root.namespaceURI !== RSL || root.prefix) fail('root')
	if (!/^[1-9]\d*$/.test(root.getAttribute('max-age') ?? '1')) fail('max-age')
	const contents = childrenOf(root, 'content')
	if (contents.length === 0 || contents.length !== elementsOf(root).length) fail('content')
	const urls = contents.map((content) => content.getAttribute('url') ?? fail('url'))
	if (new Set(urls).size !== urls.length) fail('each url has one content')
	return contents.flatMap((content) => {
		const licenses = childrenOf(content, 'license')
		if (licenses.length === 0) fail('a content needs a license')
		for (const { localName } of elementsOf(content))
			if (!['license', 'copyright', 'terms'].includes(localName)) fail(localName)
		return licenses.map((license) => termOf(content.getAttribute('url') ?? '', license, fail))
	})
}

function termOf(url: string, license: Element, fail: (why: string) => never): Term {
	const tokensOf = (name: string): string[] => {
		const found = childrenOf(license, name)
		if (found.length > 1 || found.some((each) => each.getAttribute('type') !== 'usage')) fail(name)
		const tokens = found[0]?.textContent?.split(' ') ?? []
		return tokens.every((token) => USAGES.includes(token)) ? tokens : fail(tokens.join())
	}
	for (const { localName } of elementsOf(license))
		if (!['permits', 'prohibits', 'payment', 'legal'].includes(localName)) fail(localName)
	const payments = childrenOf(license, 'payment')
	const type = payments[0]?.getAttribute('type') ?? 'free'
	if (payments.length > 1 || !PAYMENTS.includes(type)) fail('payment')
	return { url, permits: tokensOf('permits'), prohibits: tokensOf('prohibits'), free: type === 'free' }
}

/** What the narrowest terms that name a usage say of a path: a prohibition over a permission. */
export function licenseFor(
	terms: readonly Term[],
	path: string,
	usage: string,
): 'yes' | 'no' | 'licence' | null {
	const named = terms.filter(
		({ url, permits, prohibits }) => matches(url, path) && [...permits, ...prohibits].includes(usage),
	)
	const narrowest = Math.max(...named.map(({ url }) => url.length))
	const decisive = named.filter(({ url }) => url.length === narrowest)
	if (decisive.length === 0) return null
	if (decisive.some(({ prohibits }) => prohibits.includes(usage))) return 'no'
	return decisive.some(({ free }) => free) ? 'yes' : 'licence'
}
