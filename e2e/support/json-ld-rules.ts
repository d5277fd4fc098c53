import { expect } from 'vitest'

/*
 * Types and properties of schema.org, with what Google's documentation requires of articles, breadcrumbs, profile pages
 * and sites.
 */

type Node = Record<string, unknown>

const THING = [
	'@id',
	'@type',
	'name',
	'description',
	'url',
	'image',
	'sameAs',
	'mainEntityOfPage',
	'potentialAction',
]
const WORK = [
	...THING,
	...['author', 'publisher', 'datePublished', 'dateModified', 'inLanguage', 'keywords', 'headline'],
	...['alternativeHeadline', 'citation', 'isBasedOn', 'correction', 'text'],
	...['creditText', 'copyrightNotice', 'creator', 'mainEntity'],
]
const ORGANISATION = [
	...THING,
	...[
		'legalName',
		'foundingDate',
		'address',
		'email',
		'telephone',
		'knowsLanguage',
		'logo',
		'parentOrganization',
	],
	...['memberOf', 'publishingPrinciples', 'ethicsPolicy', 'correctionsPolicy', 'ownershipFundingInfo'],
	'actionableFeedbackPolicy',
]

/** Properties by type, as far as this site uses them. */
const PROPERTIES: Record<string, string[]> = {
	NewsMediaOrganization: ORGANISATION,
	Organization: [...ORGANISATION, 'knowsAbout'],
	Person: [...THING, 'worksFor', 'knowsAbout', 'memberOf'],
	WebSite: WORK,
	WebPage: WORK,
	CollectionPage: WORK,
	ProfilePage: WORK,
	NewsArticle: [...WORK, 'articleSection', 'wordCount'],
	CreativeWork: WORK,
	CorrectionComment: WORK,
	Comment: [...WORK, 'comment'],
	ImageObject: [...WORK, 'width', 'height', 'caption'],
	BreadcrumbList: [...THING, 'itemListElement'],
	ListItem: [...THING, 'position', 'item'],
	SearchAction: [...THING, 'target', 'query-input'],
	EntryPoint: [...THING, 'urlTemplate'],
}

const ADDRESSES = ['@id', 'url', 'item', 'sameAs', 'isBasedOn']
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/

/** Checks JSON-LD by these rules, and returns the nodes of its graph by type. */
export function readGraph(text: string): Record<string, Node> {
	expect(text).not.toContain('<')
	const { '@context': context, '@graph': nodes } = JSON.parse(text) as {
		'@context': string
		'@graph': Node[]
	}
	expect(context).toBe('https://schema.org')
	const ids = new Map<string, number>()
	for (const node of nodes) walk(node, (each) => count(ids, each))
	for (const [id, definitions] of ids) expect([id, definitions]).toEqual([id, 1])
	const byType = Object.fromEntries(nodes.map((node) => [String(node['@type']), node]))
	for (const [type, check] of Object.entries(REQUIRED)) if (byType[type]) check(byType[type])
	return byType
}

/**
 * Checks the JSON-LD of a thread by what Google's documentation requires of nested comments, and returns its node: the
 * story's id, without a second type for the story.
 */
export function readThreadData(text: string): Node & { '@id': string; comment: Node[] } {
	expect(text).not.toContain('<')
	const { '@context': context, ...story } = JSON.parse(text) as Node & { '@id': string; comment: Node[] }
	expect([context, Object.keys(story)]).toEqual(['https://schema.org', ['@id', 'commentCount', 'comment']])
	for (const top of story.comment)
		walk(top, (node) => {
			if (node['@type'] !== 'Comment') return
			const { author, datePublished, text: words, url } = node
			expect((author as Node).name).toBeTruthy()
			expect([typeof datePublished, typeof words, typeof url]).toEqual(['string', 'string', 'string'])
		})
	return story
}

/** Definitions by id: a node with nothing but an id refers to one. */
function count(ids: Map<string, number>, node: Node): void {
	const id = node['@id']
	if (typeof id !== 'string') return
	const defines = Object.keys(node).length > 1 ? 1 : 0
	ids.set(id, (ids.get(id) ?? 0) + defines)
}

function walk(node: Node, visit: (node: Node) => void): void {
	visit(node)
	const isReference = Object.keys(node).length === 1 && '@id' in node
	if (!isReference) expectProperties(node)
	for (const [name, value] of Object.entries(node))
		for (const each of Array.isArray(value) ? value : [value]) {
			expect(each, name).not.toBeNull()
			expect(each, name).not.toBe('')
			if (ADDRESSES.includes(name) && typeof each === 'string') expect(each).toMatch(/^https?:\/\/[!-~]+$/)
			if (name.startsWith('date')) expect(each).toMatch(TIME)
			if (typeof each === 'object') walk(each as Node, visit)
		}
}

function expectProperties(node: Node): void {
	const known = PROPERTIES[String(node['@type'])]
	expect(known, `the type ${node['@type']}`).toBeDefined()
	expect(Object.keys(node).filter((name) => !known?.includes(name))).toEqual([])
}

const nodesOf = (value: unknown): Node[] => (value === undefined ? [] : ([value].flat() as Node[]))

const REQUIRED: Record<string, (node: Node) => void> = {
	NewsArticle: ({ headline, datePublished, author, publisher, image }) => {
		expect([typeof headline, typeof datePublished, typeof publisher]).toEqual(['string', 'string', 'object'])
		for (const each of nodesOf(author))
			expect(Boolean(each['@id'] && Object.keys(each).length === 1) || Boolean(each.name && each.url)).toBe(
				true,
			)
		for (const { url, width, height } of nodesOf(image)) {
			expect(url).toMatch(/\.jpg$/)
			expect(Number(width) > 0 && Number(height) > 0).toBe(true)
		}
	},
	BreadcrumbList: ({ itemListElement }) => {
		const items = nodesOf(itemListElement)
		expect(items.length).toBeGreaterThanOrEqual(2)
		expect(items.map(({ position }) => position)).toEqual(items.map((_, index) => index + 1))
		for (const { name, item } of items) expect([typeof name, typeof item]).toEqual(['string', 'string'])
	},
	ProfilePage: ({ mainEntity }) => {
		const [entity] = nodesOf(mainEntity)
		expect(['Person', 'Organization']).toContain(entity?.['@type'])
		expect(entity?.name).toBeTruthy()
	},
	WebSite: ({ name, url, potentialAction }) => {
		expect([typeof name, typeof url]).toEqual(['string', 'string'])
		for (const { target } of nodesOf(potentialAction))
			expect((target as Node).urlTemplate).toMatch(/^https?:.*\{search_term_string\}/)
	},
}
