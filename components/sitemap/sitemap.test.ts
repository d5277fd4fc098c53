import { expect, test } from 'vitest'
import fc from '@/e2e/support/fast-check'
import { expectReciprocal, readSitemap } from '@/e2e/support/sitemap-rules'
import { xmlText } from '@/lib/xml'
import { newsLanguage, newsSitemap, sitemap, sitemapIndex } from './sitemap'

const SITE = 'https://square.example'
const AT = new Date('2026-11-26T12:00:00Z')

const HOSTILE = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.constantFrom(']]>', '</news:title><loc>', '&lt;&#0;', '<!--', '\u0000\ud800', '"\'>'),
)

test('any title keeps a news sitemap valid, and comes back', () => {
	fc.assert(
		fc.property(HOSTILE, HOSTILE, (name, title) => {
			const text = newsSitemap({ name, language: 'ar' }, [{ url: `${SITE}/news/a`, title, publishedAt: AT }])
			const [entry] = readSitemap(text, SITE)
			expect(entry?.news).toEqual({
				name: xmlText(name),
				language: 'ar',
				publishedAt: AT.toISOString(),
				title: xmlText(title),
			})
		}),
	)
})

test('a sitemap lists addresses, changes and images', () => {
	const entries = [
		{ url: `${SITE}/news/a?b&c`, changedAt: AT, images: [`${SITE}/media/a/640.jpg`] },
		{ url: `${SITE}/` },
	]
	expect(readSitemap(sitemap(entries), SITE)).toEqual([
		{
			url: `${SITE}/news/a?b&c`,
			changedAt: AT.toISOString(),
			images: [`${SITE}/media/a/640.jpg`],
			alternates: {},
			news: null,
		},
		{ url: `${SITE}/`, changedAt: '', images: [], alternates: {}, news: null },
	])
	expect(readSitemap(sitemapIndex([{ url: `${SITE}/sitemap-pages.xml` }]), SITE)).toHaveLength(1)
})

test('pages in several languages name each other and themselves', () => {
	const alternates = { 'pt-BR': `${SITE}/news/a&b`, ar: `${SITE}/news/c`, 'x-default': `${SITE}/news/c` }
	const entries = [
		{ url: `${SITE}/news/a&b`, alternates },
		{ url: `${SITE}/news/c`, alternates },
	]
	const read = readSitemap(sitemap(entries), SITE)
	expect(read.map((entry) => entry.alternates)).toEqual([alternates, alternates])
	expectReciprocal(read)
	expect(() => expectReciprocal(read.slice(1))).toThrow()
	const selfless = sitemap([{ url: `${SITE}/news/d`, alternates }])
	expect(() => readSitemap(selfless, SITE)).toThrow()
})

test('an entry has at most a thousand images', () => {
	const images = Array.from({ length: 1_001 }, (_, number) => `${SITE}/media/${number}.jpg`)
	expect(readSitemap(sitemap([{ url: `${SITE}/`, images }]), SITE)[0]?.images).toHaveLength(1_000)
})

test.each([
	['en-GB', 'en'],
	['pt', 'pt'],
	['fil-PH', 'fil'],
	['zh-HK', 'zh-tw'],
	['zh', 'zh-cn'],
])('the language %s is %s for Google News', (tag, code) => {
	expect(newsLanguage(tag)).toBe(code)
})
