import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { PhotoView } from '@/domain/articles/views'
import { Figure } from './figure'

const photo: PhotoView = {
	id: 1,
	hash: 'a'.repeat(64),
	width: 3000,
	height: 2000,
	widths: [320, 960, 2048],
	alt: 'A "quay"',
	caption: 'The quay at six',
	credit: 'Ana Lima',
	creator: null,
	focalX: 745,
	focalY: 1000,
}

const markup = (changes: Partial<PhotoView>, props: { caption?: string; priority?: boolean } = {}) =>
	renderToStaticMarkup(<Figure photo={{ ...photo, ...changes }} placement="inline" {...props} />)
const words = (html: string) => html.replace(/<[^>]*>/g, '')

test('caption and credit read as one line and stand apart', () => {
	expect(words(markup({}))).toBe('The quay at six © Ana Lima')
	expect(words(markup({}, { caption: 'Another' }))).toBe('Another © Ana Lima')
	expect(words(markup({}, { caption: '' }))).toBe('The quay at six © Ana Lima')
	expect(words(markup({ credit: '© Ana Lima' }))).toBe('The quay at six © Ana Lima')
	expect(markup({})).toMatch(
		/<figcaption[^>]*><span[^>]*>The quay at six<\/span> <span[^>]*><span[^>]*>© Ana<\/span> Lima<\/span>/,
	)
})

test('absent parts leave nothing behind', () => {
	expect(words(markup({ caption: '' }))).toBe('© Ana Lima')
	expect(words(markup({ credit: '' }))).toBe('The quay at six')
	expect(markup({ caption: '', credit: '' })).not.toContain('figcaption')
})

test('the picture reserves its space and offers every width', () => {
	const html = markup({})
	expect(html).toContain('width="2048" height="1365"')
	expect(html).toContain(`src="/media/${photo.hash}/960.jpg"`)
	expect(html).toContain(`/media/${photo.hash}/2048.webp 2048w`)
	expect(html).toContain('alt="A &quot;quay&quot;"')
	expect(html).toContain('loading="lazy"')
	expect(html).not.toContain('style=')
	expect(html).toMatch(/class="\S*x7\S* \S*y10\S*"/)
})

test('the first picture of a page is loaded at once', () => {
	const html = markup({}, { priority: true })
	expect(html).toContain('fetchPriority="high"')
	expect(html).not.toContain('loading=')
})
