import { expect } from 'vitest'

/*
 * The structure of ninjs 3.2 (iptc.org/std/ninjs/ninjs-schema_3.2.json): which properties each object may have, which it
 * must have, and their types. Other properties are invalid.
 */

type Kind = 'text' | 'uri' | 'time' | 'count' | { of: string } | readonly string[]
type Shape = { required: string[]; properties: Record<string, Kind> }

const of = (name: string): Kind => ({ of: name })
const shape = (properties: Record<string, Kind>, ...required: string[]): Shape => ({ required, properties })

const NAMED: Record<string, Kind> = { name: 'text', rel: 'text', uri: 'uri', literal: 'text' }
const ITEM: Record<string, Kind> = {
	...{ uri: 'uri', profile: 'text', version: 'text', language: 'text', title: 'text', by: 'text' },
	...{ slugline: 'text', located: 'text', edNote: 'text', usageTerms: 'text' },
	...{ copyrightHolder: 'text', copyrightNotice: 'text' },
	...{
		firstCreated: 'time',
		versionCreated: 'time',
		contentCreated: 'time',
		embargoedUntil: 'time',
		expires: 'time',
	},
	type: ['text', 'audio', 'video', 'picture', 'graphic', 'composite', 'component', 'event', 'planning'],
	representationType: ['full', 'partial'],
	pubStatus: ['usable', 'withheld', 'canceled'],
	...{ descriptions: of('words'), headlines: of('words'), bodies: of('body'), people: of('named') },
	...{
		organisations: of('named'),
		subjects: of('named'),
		infoSources: of('source'),
		standard: of('standard'),
	},
	...{ renditions: of('rendition'), associations: of('association'), trustIndicators: of('indicator') },
	rightsInfo: of('rights'),
}
const WORDS: Record<string, Kind> = { role: 'text', contentType: 'text', value: 'text' }

const SHAPES: Record<string, Shape> = {
	item: shape(ITEM, 'uri'),
	association: shape({ ...ITEM, name: 'text', rel: 'text' }, 'uri', 'name'),
	words: shape(WORDS, 'value'),
	body: shape({ ...WORDS, charCount: 'count', wordCount: 'count' }, 'value'),
	named: shape(NAMED),
	source: shape({ name: 'text', role: 'text', uri: 'uri', literal: 'text' }),
	standard: shape({ name: 'text', version: 'text', schema: 'uri' }),
	rights: shape({ langId: 'uri', linkedRights: 'uri' }, 'linkedRights'),
	indicator: shape({ role: 'uri', title: 'text', href: 'uri' }),
	rendition: shape(
		{ name: 'text', href: 'uri', contentType: 'text', width: 'count', height: 'count' },
		'name',
	),
}

const PATTERNS = {
	uri: /^(https?:\/\/|urn:uuid:)[!-~]+$/,
	time: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
}

type Item = Record<string, unknown>

/** Checks a document by these rules, and returns it. */
export function readNinjs(text: string): Item {
	const item = JSON.parse(text) as Item
	check(item, 'item')
	return item
}

function check(value: Item, name: string): void {
	const { required, properties } = SHAPES[name] as Shape
	expect(
		Object.keys(value).filter((each) => !(each in properties)),
		name,
	).toEqual([])
	for (const each of required) expect(value[each], `${name}.${each}`).toBeDefined()
	for (const [property, content] of Object.entries(value))
		checkValue(content, properties[property] as Kind, `${name}.${property}`)
}

function checkValue(content: unknown, kind: Kind, name: string): void {
	if (kind === 'text') expect(typeof content, name).toBe('string')
	else if (kind === 'count') expect(Number.isInteger(content), name).toBe(true)
	else if (kind === 'uri' || kind === 'time') expect(content, name).toMatch(PATTERNS[kind])
	else if ('of' in kind) for (const each of [content].flat()) check(each as Item, kind.of)
	else expect(kind, name).toContain(content)
}
