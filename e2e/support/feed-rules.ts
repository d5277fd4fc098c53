import { expect } from 'vitest'
import { parseHtml, parseXml } from './dom'

/*
 * The published rules of the feed formats: RSS 2.0 (rssboard.org/rss-specification) with its best practices, Atom
 * (RFC 4287) and JSON Feed 1.1 (jsonfeed.org). Documents are parsed strictly.
 */

const ATOM = 'http://www.w3.org/2005/Atom'
const CONTENT = 'http://purl.org/rss/1.0/modules/content/'
const MEDIA = 'http://search.yahoo.com/mrss/'
const RFC_822 =
	/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/
const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/
const LANGUAGE = /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i

/** An entry as a reader's program has it. */
export type ReadEntry = {
	id: string
	url: string
	title: string
	html: string
	published: string
	updated: string
	authors: string[]
	credits: string[]
	alts: string[]
}

const children = (parent: Element, name: string, namespace: string | null = null): Element[] =>
	[...parent.children].filter((each) => each.localName === name && each.namespaceURI === namespace)

const textOf = (parent: Element, name: string, namespace: string | null = null): string =>
	children(parent, name, namespace)[0]?.textContent ?? ''

function expectCount(
	parent: Element,
	names: string[],
	[min, max]: [number, number],
	namespace: string | null,
) {
	for (const name of names) {
		const number = children(parent, name, namespace).length
		expect(number >= min && number <= max, `${number} × ${name} in ${parent.localName}`).toBe(true)
	}
}

const expectAbsolute = (address: string): void => expect(address).toMatch(/^(https?:\/\/|urn:uuid:)[!-~]+$/)

/** Asserts that a text has no address that depends on the page, and describes each picture. */
export function expectPortable(html: string): void {
	const document = parseHtml(html)
	for (const link of document.querySelectorAll('[href]'))
		expect(link.getAttribute('href')).toMatch(/^(https?:|mailto:)/i)
	for (const picture of document.querySelectorAll('img')) {
		expectAbsolute(picture.getAttribute('src') ?? '')
		expect(picture.hasAttribute('alt')).toBe(true)
	}
	expect(
		document.querySelectorAll('script, style, link, iframe, form, [style], [class], [srcset]'),
	).toHaveLength(0)
}

export function readRss(text: string): ReadEntry[] {
	const root = parseXml(text)
	expect([root.localName, root.getAttribute('version')]).toEqual(['rss', '2.0'])
	const [channel, ...rest] = [...root.children] as [Element, ...Element[]]
	expect([channel.localName, rest]).toEqual(['channel', []])
	expectCount(channel, ['title', 'link', 'description', 'language'], [1, 1], null)
	for (const name of ['title', 'description']) expect(textOf(channel, name)).not.toBe('')
	expectAbsolute(textOf(channel, 'link'))
	expect(textOf(channel, 'language')).toMatch(LANGUAGE)
	const items = children(channel, 'item')
	if (items.length > 0) expect(textOf(channel, 'lastBuildDate')).toMatch(RFC_822)
	const [self, hub, ...others] = children(channel, 'link', ATOM)
	expect([self?.getAttribute('rel'), hub?.getAttribute('rel') ?? 'hub', others]).toEqual(['self', 'hub', []])
	expectAbsolute(self?.getAttribute('href') ?? '')
	expectUnique(items.map((item) => textOf(item, 'guid')))
	return items.map(readItem)
}

function readItem(item: Element): ReadEntry {
	expectCount(item, ['title', 'link', 'guid', 'pubDate', 'description'], [0, 1], null)
	expectCount(item, ['comments'], [0, 1], null)
	expect(textOf(item, 'title') + textOf(item, 'description')).not.toBe('')
	expect(textOf(item, 'pubDate')).toMatch(RFC_822)
	expect(children(item, 'guid')[0]?.getAttribute('isPermaLink')).toBe('false')
	for (const name of ['link', 'guid']) expectAbsolute(textOf(item, name))
	const html = textOf(item, 'encoded', CONTENT) || textOf(item, 'description')
	expectPortable(html)
	return {
		id: textOf(item, 'guid'),
		url: textOf(item, 'link'),
		title: textOf(item, 'title'),
		html,
		published: new Date(textOf(item, 'pubDate')).toISOString(),
		updated: textOf(item, 'updated', ATOM),
		authors: children(item, 'creator', 'http://purl.org/dc/elements/1.1/').map(contentOf),
		...readMedia(item),
	}
}

function readMedia(parent: Element): Pick<ReadEntry, 'credits' | 'alts'> {
	const media = children(parent, 'content', MEDIA)
	for (const each of media) {
		expectAbsolute(each.getAttribute('url') ?? '')
		expect([each.getAttribute('type'), each.getAttribute('medium')]).toEqual(['image/jpeg', 'image'])
	}
	return {
		credits: media.map((each) => textOf(each, 'credit', MEDIA)),
		alts: media.map((each) => textOf(each, 'description', MEDIA)),
	}
}

export function readAtom(text: string): ReadEntry[] {
	const feed = parseXml(text)
	expect([feed.localName, feed.namespaceURI]).toEqual(['feed', ATOM])
	expect(feed.getAttribute('xml:lang')).toMatch(LANGUAGE)
	expectCount(feed, ['id', 'title', 'updated', 'author'], [1, 1], ATOM)
	expectCount(feed, ['subtitle', 'generator', 'icon', 'logo', 'rights'], [0, 1], ATOM)
	expectAbsolute(textOf(feed, 'id', ATOM))
	expectLinks(feed, ['self', 'alternate'])
	expectPeople(feed)
	const updated = textOf(feed, 'updated', ATOM)
	expect(updated).toMatch(RFC_3339)
	const entries = children(feed, 'entry', ATOM)
	expectUnique(entries.map((entry) => textOf(entry, 'id', ATOM)))
	for (const entry of entries) expect(textOf(entry, 'updated', ATOM) <= updated).toBe(true)
	return entries.map(readAtomEntry)
}

function readAtomEntry(entry: Element): ReadEntry {
	expectCount(entry, ['id', 'title', 'updated', 'content'], [1, 1], ATOM)
	expectCount(entry, ['published', 'summary', 'rights', 'source'], [0, 1], ATOM)
	expectAbsolute(textOf(entry, 'id', ATOM))
	expectLinks(entry, ['alternate'])
	expectPeople(entry)
	for (const name of ['published', 'updated']) expect(textOf(entry, name, ATOM)).toMatch(RFC_3339)
	expect(textOf(entry, 'published', ATOM) <= textOf(entry, 'updated', ATOM)).toBe(true)
	for (const category of children(entry, 'category', ATOM)) {
		expect(category.getAttribute('term')).toBeTruthy()
		expectAbsolute(category.getAttribute('scheme') ?? '')
	}
	const [content] = children(entry, 'content', ATOM)
	expect(content?.getAttribute('type')).toBe('html')
	const html = content?.textContent ?? ''
	expectPortable(html)
	return {
		id: textOf(entry, 'id', ATOM),
		url: children(entry, 'link', ATOM)[0]?.getAttribute('href') ?? '',
		title: textOf(entry, 'title', ATOM),
		html,
		published: textOf(entry, 'published', ATOM),
		updated: textOf(entry, 'updated', ATOM),
		authors: children(entry, 'author', ATOM).map((author) => textOf(author, 'name', ATOM)),
		...readMedia(entry),
	}
}

/** RFC 4287, 4.1: links with `rel=alternate` differ in their type. */
function expectLinks(parent: Element, rels: string[]): void {
	const links = children(parent, 'link', ATOM)
	for (const link of links) expectAbsolute(link.getAttribute('href') ?? '')
	expectUnique(links.map((link) => `${link.getAttribute('rel')} ${link.getAttribute('type')}`))
	expect(links.map((link) => link.getAttribute('rel'))).toEqual(expect.arrayContaining(rels))
}

function expectPeople(parent: Element): void {
	for (const author of children(parent, 'author', ATOM)) {
		expectCount(author, ['name'], [1, 1], ATOM)
		expectCount(author, ['uri', 'email'], [0, 1], ATOM)
		expect(children(author, 'email', ATOM)).toEqual([])
	}
}

type Json = Record<string, unknown>

const FEED_KEYS = 'version title home_page_url feed_url description language authors hubs items'.split(' ')
const ITEM_KEYS =
	'id url title content_html summary image date_published date_modified authors tags language attachments'.split(
		' ',
	)

export function readJsonFeed(text: string): ReadEntry[] {
	const feed = JSON.parse(text) as Json
	expect(feed.version).toBe('https://jsonfeed.org/version/1.1')
	expect(FEED_KEYS).toEqual(expect.arrayContaining(Object.keys(feed)))
	expect(feed.title).toBeTruthy()
	for (const name of ['home_page_url', 'feed_url']) expectAbsolute(feed[name] as string)
	expect(feed.language).toMatch(LANGUAGE)
	const items = feed.items as Json[]
	expectUnique(items.map(({ id }) => id as string))
	return items.map(readJsonItem)
}

function readJsonItem(item: Json): ReadEntry {
	expect(ITEM_KEYS).toEqual(expect.arrayContaining(Object.keys(item)))
	const {
		id,
		url,
		title,
		content_html: html,
		date_published: published,
		date_modified: updated,
	} = item as Record<string, string>
	for (const address of [id, url]) expectAbsolute(address ?? '')
	for (const date of [published, updated]) expect(date).toMatch(RFC_3339)
	expect(typeof html).toBe('string')
	expectPortable(html ?? '')
	const people = (item.authors ?? []) as Json[]
	for (const person of people) expect(person.name ?? person.url ?? person.avatar).toBeDefined()
	const attachments = (item.attachments ?? []) as Json[]
	for (const attachment of attachments) {
		expectAbsolute(attachment.url as string)
		expect(attachment.mime_type).toBe('image/jpeg')
	}
	const photos = attachments.map(({ _photo }) => _photo as Json)
	return {
		...{ id, url, title, html, published, updated },
		authors: people.map(({ name }) => String(name)),
		credits: photos.map(({ credit }) => String(credit ?? '')),
		alts: photos.map(({ alt }) => String(alt)),
	} as ReadEntry
}

const contentOf = ({ textContent }: Element): string => textContent ?? ''

const expectUnique = (values: string[]): void => expect(new Set(values).size).toBe(values.length)

/** Checks a feed of a format by its rules, and reads its entries. */
export const READERS = { xml: readRss, atom: readAtom, json: readJsonFeed }
