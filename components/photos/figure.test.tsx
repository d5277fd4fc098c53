import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { PhotoView } from '@/domain/articles/views'
import { Figure } from './figure'
import { Picture } from './picture'

const photo: PhotoView = {
	id: 1,
	hash: 'a'.repeat(64),
	width: 3000,
	height: 2000,
	widths: [320, 960, 2048],
	avifWidths: [320, 960],
	thumbWidths: [240, 480],
	colour: '#203040',
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

test('caption and credit are separate elements with a space', () => {
	expect(words(markup({}))).toBe('The quay at six © Ana Lima')
	expect(words(markup({}, { caption: 'Another' }))).toBe('Another © Ana Lima')
	expect(words(markup({}, { caption: '' }))).toBe('The quay at six © Ana Lima')
	expect(words(markup({ credit: '© Ana Lima' }))).toBe('The quay at six © Ana Lima')
	expect(markup({})).toMatch(
		/<figcaption[^>]*><span[^>]*>The quay at six<\/span> <span[^>]*><span[^>]*>© Ana<\/span> Lima<\/span>/,
	)
})

test('absent caption and credit render no element', () => {
	expect(words(markup({ caption: '' }))).toBe('© Ana Lima')
	expect(words(markup({ credit: '' }))).toBe('The quay at six')
	expect(markup({ caption: '', credit: '' })).not.toContain('figcaption')
})

test('the picture has dimensions and every width', () => {
	const html = markup({})
	expect(html).toContain('width="2048" height="1365"')
	expect(html).toContain(`src="/media/${photo.hash}/960.jpg"`)
	expect(html).toContain(`/media/${photo.hash}/2048.webp 2048w`)
	expect(html).toContain('alt="A &quot;quay&quot;"')
	expect(html).toContain('loading="lazy"')
	expect(html).not.toContain('style=')
	expect(html).toContain('<svg color="#203040" aria-hidden="true"></svg>')
	expect(html).toMatch(/class="\S*x7\S* \S*y10[^"]*"/)
})

test('screens beyond the AVIF widths get WebP', () => {
	const media = 'media="(max-width: 40rem), (max-resolution: 1.2dppx)"'
	expect(markup({})).toContain(`type="image/avif" ${media}`)
	expect(markup({ avifWidths: photo.widths })).not.toContain('media=')
	expect(markup({ avifWidths: [] })).not.toContain('image/avif')
})

test('alt text contrasts with the photo’s colour', () => {
	const light = /class="[^"]*light/
	for (const colour of ['#000000', '#203040', '#757575']) expect(markup({ colour })).toMatch(light)
	for (const colour of ['#ffffff', '#808080', '#ff8800']) expect(markup({ colour })).not.toMatch(light)
	expect(markup({ colour: null })).not.toContain('<svg')
})

test('a small picture uses thumbnails if available', () => {
	const small = (changes: Partial<PhotoView>) =>
		renderToStaticMarkup(<Picture photo={{ ...photo, ...changes }} sizes="14rem" small />)
	const html = small({})
	expect(html).toContain(`/media/${photo.hash}/240x160-745-1000.avif 240w`)
	expect(html).toContain(`src="/media/${photo.hash}/480x320-745-1000.jpg" width="480" height="320"`)
	expect(html).not.toMatch(/media=|960|x7/)
	expect(small({ thumbWidths: [] })).toContain('2048.webp 2048w')
})

test('a priority picture loads eagerly', () => {
	const html = markup({}, { priority: true })
	expect(html).toContain('fetchPriority="high"')
	expect(html).not.toContain('loading=')
})
