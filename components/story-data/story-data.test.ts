import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ArticleView, Byline, PhotoView } from '@/domain/articles/views'
import { parseMarkdown } from '@/domain/body/markdown'
import { DEFAULT_SETTINGS } from '@/domain/setting-defaults'
import fc from '@/e2e/support/fast-check'
import { readNinjs } from '@/e2e/support/ninjs-rules'
import { apiList, apiStory } from './api'
import { ninjsOf } from './ninjs'
import { ninjsFeedOf } from './ninjs-feed'
import type { StoryData } from './story'

beforeEach(() => void vi.stubEnv('SITE_URL', 'https://square.example'))
afterEach(() => void vi.unstubAllEnvs())

const AT = new Date('2026-11-26T12:00:00Z')

const photo = (text: string): PhotoView => ({
	...{ id: 1, hash: 'a'.repeat(64), width: 2_400, height: 1_600, widths: [640, 2_400], avifWidths: [] },
	...{ thumbWidths: [], colour: null, focalX: 500, focalY: 500 },
	...{ alt: text, caption: text, credit: text, creator: text },
})

const byline = (name: string, kind: Byline['kind'], slug: string): Byline => ({
	...{
		slug,
		name,
		kind,
		bio: [],
		endorsed: true,
		picture: null,
		callToAction: null,
		profiles: [],
		fediverse: null,
	},
})

const storyOf = (text: string, changes: Partial<ArticleView> = {}): StoryData => ({
	uri: 'urn:uuid:2ed6657d-e927-568b-95e1-2665a8aea6a2',
	html: `<p>${text}</p>`,
	updatedAt: AT,
	corrections: [{ id: 1, kind: 'clarification', placement: 'foot', text, at: AT }],
	organisation: {
		...DEFAULT_SETTINGS,
		siteName: text,
		policies: {
			orgEthicsUrl: '/ethics',
			orgCorrectionsUrl: null,
			orgOwnershipUrl: null,
			orgFeedbackUrl: null,
		},
	},
	article: {
		...{ id: 7, revisionId: 9, slug: 'die-mühle', headline: text, kicker: text, standfirst: text },
		section: { slug: 'news', name: text },
		tags: [{ slug: 'mühle', name: text }],
		bylines: [byline(text, 'person', 'ada'), byline(text, 'organisation', 'agency')],
		sources: [
			{ name: text, url: 'https://source.example/' },
			{ name: text, url: null },
		],
		...{
			hero: photo(text),
			body: parseMarkdown('Text.'),
			photos: {},
			publishedAt: AT,
			updatedAt: null,
			yearsOld: 0,
		},
		readTime: { words: 3 } as ArticleView['readTime'],
		responses: {} as ArticleView['responses'],
		machines: { search: 'yes', answers: 'yes', training: 'no' },
		language: 'en-GB',
		translations: [],
		...changes,
	},
})

const bare = storyOf('The mill', {
	...{ kicker: null, standfirst: null, section: null, tags: [], bylines: [], sources: [], hero: null },
})

const listOf = (stories: StoryData[], name = 'Harbour') =>
	ninjsFeedOf({
		uri: 'urn:uuid:2ed6657d-e927-568b-95e1-2665a8aea6a1',
		list: { path: '/tags/harbour', name, description: null },
		stories,
		organisation: bare.organisation,
	})

test('a list without stories keeps ninjs valid', () => {
	expect(readNinjs(JSON.stringify(listOf([])))).toMatchObject({ type: 'composite', associations: [] })
})

test('any text keeps ninjs valid', () => {
	fc.assert(
		fc.property(fc.string({ minLength: 1, unit: 'binary' }), (text) => {
			const item = readNinjs(JSON.stringify(ninjsOf(storyOf(text))))
			expect(item.headlines).toEqual([
				{ role: 'main', value: text },
				{ role: 'kicker', value: text },
			])
			const { associations } = readNinjs(JSON.stringify(listOf([storyOf(text)], text)))
			expect(associations).toMatchObject([item])
		}),
		{ numRuns: 30 },
	)
})

test('ninjs tells people from organisations, and carries pictures and sources', () => {
	const item = ninjsOf(storyOf('The mill'))
	expect(item.people).toEqual([{ name: 'The mill', rel: 'author', uri: 'https://square.example/people/ada' }])
	expect(item.organisations).toMatchObject([{ uri: 'https://square.example/people/agency' }])
	expect(item.associations).toMatchObject([
		{ type: 'picture', by: 'The mill', renditions: [{ width: 2_400, height: 1_600 }] },
	])
	expect(item.descriptions.map(({ role }) => role)).toEqual(['summary', 'clarification'])
	expect(item.renditions[0]?.href).toBe('https://square.example/news/die-m%C3%BChle')
	expect(readNinjs(JSON.stringify(ninjsOf(bare)))).toMatchObject({ profile: 'text-only', associations: [] })
})

test('the API keeps its fields, also those that are unknown', () => {
	const fields = [
		...['id', 'uri', 'url', 'language', 'headline', 'kicker', 'standfirst', 'published', 'updated', 'words'],
		...['section', 'tags', 'authors', 'image', 'links'],
	]
	for (const story of [storyOf('The mill'), bare]) {
		const { stories, next } = apiList([story], 7)
		expect(Object.keys(JSON.parse(JSON.stringify(stories[0])))).toEqual(fields)
		expect(next).toBe('https://square.example/api/stories?before=7')
		const single = JSON.parse(JSON.stringify(apiStory(story)))
		expect(Object.keys(single)).toEqual([...fields, 'html', 'photos', 'sources', 'corrections'])
	}
	expect(apiList([], null)).toEqual({ stories: [], next: null })
})
