import { expect, it } from 'vitest'
import { EMPTY_STORY, normalizeFields, type StoryFields, sameStory } from '@/domain/articles/fields'
import { parseMarkdown } from '@/domain/body/markdown'
import { NODES_MAX } from '@/domain/body/validate'
import { fieldsOfPost, valuesOfStory } from './story-fields'

const story: StoryFields = {
	...EMPTY_STORY,
	headline: 'The bridge opens',
	section: 'news',
	bylines: ['mara-ellison', 'tom-okafor'],
	tags: ['bridges', 'the river'],
	heroPhotoId: 12,
	sources: [
		{ name: 'Reuters', url: 'https://example.org/a|b' },
		{ name: 'the council', url: null },
	],
	body: parseMarkdown('One.\n\n## Two\n\nThree.'),
}

const postOf = (values: Record<string, string[]>) => ({
	text: (name: string) => values[name]?.[0] ?? '',
	list: (name: string) => values[name] ?? [],
	number: (name: string) => Number(values[name]?.[0]),
	file: () => null,
})

it('fields round-trip through the form', () => {
	const body = { bodyText: ['One.\r\n\r\n## Two\r\n\r\nThree.'] }
	const sent = fieldsOfPost(postOf({ ...valuesOfStory(story), ...body }))
	expect({ ...sent, tags: sent.tags.map((tag) => tag.trim()) }).toEqual(story)
})

it('a source that is only a URL has an empty name', () => {
	const { sources } = fieldsOfPost(postOf({ sources: ['https://example.org/report'] }))
	expect(sources).toEqual([{ name: '', url: 'https://example.org/report' }])
})

it('sameStory ignores spacing and detects changes', () => {
	const body = { bodyText: ['One.\r\n\r\n## Two\r\n\r\nThree.'] }
	const sent = (changes: Record<string, string[]>) =>
		normalizeFields(fieldsOfPost(postOf({ ...valuesOfStory(story), ...body, ...changes })))
	const kept: StoryFields = JSON.parse(JSON.stringify(story))
	expect(sameStory(kept, sent({}))).toBe(true)
	expect(sameStory(kept, sent({ headline: [' The  bridge opens '] }))).toBe(true)
	expect(sameStory(kept, sent({ bodyText: ['One.\n\n## Two\n\nFour.'] }))).toBe(false)
	expect(sameStory(kept, sent({ bylines: ['tom-okafor', 'mara-ellison'] }))).toBe(false)
	expect(sameStory(kept, sent({ note: ['Checked with the council'] }))).toBe(false)
})

it('overlong fields are refused before parsing', () => {
	const refused = (values: Record<string, string[]>) => () => fieldsOfPost(postOf(values))
	expect(refused({ bodyText: ['*a '.repeat(400_000)] })).toThrow('too long')
	expect(refused({ bodyJson: ['x'.repeat(5_000_000)] })).toThrow('too long')
	expect(refused({ tags: [','.repeat(30_000)] })).toThrow('shorten the tags')
	expect(refused({ sources: ['a\n'.repeat(30_000)] })).toThrow('shorten the sources')
})

it('a typed photograph number overrides the chosen one', () => {
	const hero = (heroPhotoNumber: string) =>
		fieldsOfPost(postOf({ ...valuesOfStory(story), heroPhotoNumber: [heroPhotoNumber] })).heroPhotoId
	expect(hero('')).toBe(12)
	expect(hero('26')).toBe(26)
	for (const number of ['a', '-1', '2.5']) expect(() => hero(number)).toThrow('such as 26')
})

it('a body over the limits can be shortened', () => {
	const kept = { ...story, body: parseMarkdown('- a\n'.repeat(NODES_MAX)) }
	const sent = normalizeFields(story)
	expect(() => normalizeFields(kept)).toThrow(/at most 5,000 parts/)
	expect(sameStory(kept, sent)).toBe(false)
})
