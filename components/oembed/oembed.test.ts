import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ArticleView } from '@/domain/articles/views'
import { parseHtml, parseXml } from '@/e2e/support/dom'
import fc from '@/e2e/support/fast-check'
import { xmlText } from '@/lib/xml'
import { oembedJson, oembedOf, oembedXml } from './oembed'

beforeEach(() => void vi.stubEnv('SITE_URL', 'https://square.example'))
afterEach(() => void vi.unstubAllEnvs())

type Quoted = Parameters<typeof oembedOf>[0]
const quoted = (text: string): Quoted => ({
	slug: 'the-mill',
	headline: text,
	standfirst: text,
	language: 'ar',
	bylines: [{ slug: 'ada', name: text } as ArticleView['bylines'][number]],
	hero: { hash: 'a'.repeat(64), width: 2_400, height: 1_600, widths: [320, 640] } as ArticleView['hero'],
})

test('any text stays text, in both formats', () => {
	fc.assert(
		fc.property(fc.string({ minLength: 1, unit: 'binary' }), (text) => {
			const made = oembedOf(quoted(text), text, 600)
			const html = String(JSON.parse(oembedJson(made)).html)
			const body = parseHtml(html).body
			expect([...body.querySelectorAll('*')].map(({ localName }) => localName)).toEqual([
				'blockquote',
				'p',
				'p',
				'a',
				'bdi',
				'bdi',
				'cite',
			])
			const root = parseXml(oembedXml(made))
			expect(root.localName).toBe('oembed')
			expect(root.getElementsByTagName('title')[0]?.textContent).toBe(xmlText(text))
		}),
		{ numRuns: 30, examples: [['</blockquote><script>alert(1)</script>'], [']]>']] },
	)
})

test('a quotation has the required values, and a picture that fits', () => {
	const { html, ...values } = oembedOf(quoted('The mill'), 'The Square', 400)
	expect(values).toEqual({
		...{ version: '1.0', type: 'rich', title: 'The mill', cache_age: 3_600 },
		...{ author_name: 'The mill', author_url: 'https://square.example/people/ada' },
		...{ provider_name: 'The Square', provider_url: 'https://square.example/', width: 400, height: null },
		thumbnail_url: `https://square.example/media/${'a'.repeat(64)}/320.jpg`,
		...{ thumbnail_width: 320, thumbnail_height: 213 },
	})
	expect(html).toContain('<a href="https://square.example/news/the-mill">')
	expect(oembedOf(quoted('The mill'), 'S', 100)).not.toHaveProperty('thumbnail_url')
	expect(oembedOf({ ...quoted('The mill'), bylines: [] }, 'S', 100)).not.toHaveProperty('author_name')
})
