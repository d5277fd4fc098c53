import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { JsonLd } from '@/components/articles/json-ld'
import type { ArticleView, Byline, PhotoView } from '@/domain/articles/views'
import type { CorrectionView } from '@/domain/corrections'
import type { Organisation } from '@/domain/organisation'
import { DEFAULT_SETTINGS } from '@/domain/setting-defaults'
import { parseHtml } from '@/e2e/support/dom'
import fc from '@/e2e/support/fast-check'
import { readGraph } from '@/e2e/support/json-ld-rules'
import { articleGraph } from './news/[slug]/structured-data'
import { breadcrumbs, collectionPage, frontPageGraph, graph, profilePage, webPage } from './structured-data'

beforeEach(() => void vi.stubEnv('SITE_URL', 'https://square.example'))
afterEach(() => void vi.unstubAllEnvs())

const AT = new Date('2026-11-26T12:00:00Z')
const later = (hours: number): Date => new Date(AT.getTime() + hours * 3_600_000)

const organisationOf = (text: string): Organisation => ({
	...DEFAULT_SETTINGS,
	siteName: text,
	tagline: text,
	orgLegalName: text,
	orgOwnership: text,
	policies: { orgEthicsUrl: '/ethics', orgCorrectionsUrl: null, orgOwnershipUrl: null, orgFeedbackUrl: null },
})

const photo = (text: string): PhotoView => ({
	...{ id: 1, hash: 'a'.repeat(64), width: 2_400, height: 1_600, widths: [640, 2_400], avifWidths: [] },
	...{ thumbWidths: [320, 640], colour: null, focalX: 100, focalY: 900 },
	...{ alt: text, caption: text, credit: text, creator: text },
})

const author = (text: string, kind: Byline['kind'] = 'person'): Byline & { beat: string } => ({
	...{
		slug: 'عادل',
		name: text,
		kind,
		endorsed: true,
		picture: photo(text),
		callToAction: null,
		fediverse: null,
	},
	bio: [{ type: 'text', text }],
	beat: text,
	profiles: [{ label: text, url: 'https://social.example/@ada' }],
})

const articleOf = (text: string, changes: Partial<ArticleView> = {}): ArticleView => ({
	...{ id: 1, revisionId: 1, slug: 'the-mill', headline: text, kicker: text, standfirst: text },
	section: { slug: 'news', name: text },
	tags: [{ slug: 'mill', name: text }],
	language: 'en-GB',
	translations: [],
	bylines: [author(text), { ...author(text, 'organisation'), slug: 'agency' }],
	sources: [
		{ name: text, url: 'https://source.example/' },
		{ name: text, url: null },
	],
	hero: photo(text),
	body: { version: 1, content: [] },
	photos: {},
	publishedAt: AT,
	yearsOld: 0,
	updatedAt: null,
	readTime: { words: 3 } as ArticleView['readTime'],
	responses: {} as ArticleView['responses'],
	machines: { search: 'yes', answers: 'yes', training: 'no' },
	...changes,
})

const correction = (text: string, hours: number): CorrectionView => ({
	...{ id: 7, kind: 'correction', placement: 'foot', text },
	at: later(hours),
})

/** The JSON-LD of a page as a browser finds it. */
function onPage(facts: Record<string, unknown>) {
	const markup = renderToStaticMarkup(JsonLd({ facts }))
	const scripts = parseHtml(markup).querySelectorAll('script')
	expect(scripts).toHaveLength(1)
	return readGraph(scripts[0]?.textContent ?? '')
}

/** Not empty, as the domain requires of names. */
const WORDS = fc.string({ minLength: 1, unit: 'binary' }).filter((text) => text.trim() !== '')
const HOSTILE = ['</script><script>alert(1)</script>', '<!--<script>', '\u2028"\\', '\ud800', '&quot;']

test('any text keeps the data of every page valid', () => {
	fc.assert(
		fc.property(WORDS, (text) => {
			const organisation = organisationOf(text)
			const here = { name: text, path: '/sections/news' }
			const { NewsArticle } = onPage(articleGraph(articleOf(text), organisation, [correction(text, 1)]))
			expect(NewsArticle?.headline).toBe(text)
			onPage(graph(organisation, collectionPage(here, text), breadcrumbs(organisation, here)))
			onPage(graph(organisation, webPage(here, AT), breadcrumbs(organisation, here)))
			onPage(graph(organisation, profilePage(author(text)), breadcrumbs(organisation, here)))
		}),
		{ numRuns: 20, examples: HOSTILE.map((text) => [text]) },
	)
})

test('a story has breadcrumbs, pictures in two ratios, and sources', () => {
	const page = onPage(articleGraph(articleOf('The mill'), organisationOf('The Square')))
	const { NewsArticle, BreadcrumbList } = page
	expect(BreadcrumbList?.itemListElement).toMatchObject([
		{ name: 'The Square', item: 'https://square.example/' },
		{ item: 'https://square.example/sections/news' },
		{ name: 'The mill', item: 'https://square.example/news/the-mill' },
	])
	const credit = { creditText: 'The mill', copyrightNotice: '© The mill' }
	expect(NewsArticle?.image).toMatchObject([
		{ width: 2_400, height: 1_600, ...credit },
		{ width: 640, height: 427, ...credit },
	])
	expect(NewsArticle?.isBasedOn).toEqual(['https://source.example/'])
})

test('the front page has the search of the site', () => {
	const { WebSite } = onPage(frontPageGraph(organisationOf('The Square')))
	expect(WebSite?.potentialAction).toMatchObject({
		target: { urlTemplate: 'https://square.example/search?q={search_term_string}' },
	})
})

test('only changes that readers are told of date a story', () => {
	const modified = (changes: Partial<ArticleView>, corrections: CorrectionView[] = []) =>
		onPage(articleGraph(articleOf('The mill', changes), organisationOf('S'), corrections)).NewsArticle
			?.dateModified
	expect(modified({})).toBeUndefined()
	expect(modified({ updatedAt: later(2) })).toBe(later(2).toISOString())
	expect(modified({ updatedAt: later(2) }, [correction('So.', 1), correction('No.', 3)])).toBe(
		later(3).toISOString(),
	)
})

test('a story without byline, section and picture is by the publisher', () => {
	const bare = articleOf('The mill', { bylines: [], section: null, hero: null, sources: [], tags: [] })
	const { NewsArticle, BreadcrumbList } = onPage(articleGraph(bare, organisationOf('The Square')))
	expect(NewsArticle?.author).toEqual({ '@id': 'https://square.example/#organisation' })
	expect(BreadcrumbList?.itemListElement).toHaveLength(2)
})
