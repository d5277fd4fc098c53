import { expect, test } from 'vitest'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, storyFields } from '@/e2e/support/stories'
import { parseMarkdown } from '../body/markdown'
import { EMPTY_STORY, normalizeFields } from './fields'
import { saveStory, startStory } from './save'

withDatabase()

const sourceUrl = (url: string) =>
	normalizeFields({ ...EMPTY_STORY, headline: 'A', sources: [{ name: 'Town hall', url }] }).sources[0]?.url

test.each([
	['HTTPS://Example.ORG', 'https://example.org/'],
	[' https://example.org/a b ', 'https://example.org/a%20b'],
	['https://bücher.example/ü?q=ü', 'https://xn--bcher-kva.example/%C3%BC?q=%C3%BC'],
	['http://example.org:80/../a', 'http://example.org/a'],
])('the source address %j is stored as %s', (typed, stored) => {
	expect(sourceUrl(typed)).toBe(stored)
})

test.each([
	'https:evil.test',
	'https:/evil.test',
	'https:///evil.test',
	'https:\\\\evil.test',
	'https://evil.test\\@bank.example',
	'https://bank.example@evil.test/',
	'https://:pw@evil.test/',
	'https://ev\til.test/',
	'https://ev\u00adil.te\u0000st/',
	'ht\ntps://evil.test',
	'javascript:alert(1)',
	'https://',
	'https://xn--a/',
])('the source address %j is refused', (typed) => {
	expect(() => sourceUrl(typed)).toThrow(expect.objectContaining({ code: 'invalid', field: 'sources' }))
})

test.each([999_999, 0, -1, 1.5, Number.NaN, 1e300])('lead photograph %s is refused by field', async (id) => {
	const { editor, articleId, revisionId } = await liveStory()
	const fields = await storyFields(editor, { heroPhotoId: id })
	const refused = { code: 'invalid', field: 'heroPhotoId', message: expect.stringContaining('no photograph') }
	await expect(startStory(editor, fields)).rejects.toMatchObject(refused)
	await expect(saveStory(editor, articleId, revisionId, fields)).rejects.toMatchObject(refused)
})

test('unknown sections, authors and photographs are refused by field', async () => {
	const editor = await createStaff('editor')
	const start = async (changes: object) => startStory(editor, await storyFields(editor, changes))
	await expect(start({ section: 'no-such' })).rejects.toMatchObject({ field: 'section' })
	await expect(start({ bylines: ['nobody-here'] })).rejects.toMatchObject({ field: 'bylines' })
	await expect(start({ body: parseMarkdown('![A lamp](photo:999999)') })).rejects.toMatchObject({
		field: 'body',
	})
})
