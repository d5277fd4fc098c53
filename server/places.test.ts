import { expect, test } from 'vitest'
import { READER_ROUTES } from '@/scripts/reader-routes'
import { placeOf } from './places'

test.each([
	['/', { url: '/', shared: true, own: false }],
	['/?utm_source=x', { url: '/', shared: true, own: false }],
	['/news/a', { url: '/news/a', shared: true, own: false }],
	['/news/a?utm=1&page=2&reply=7', { url: '/news/a?page=2&reply=7', shared: true, own: false }],
	['/news/a?reply=7&page=2', { url: '/news/a?page=2&reply=7', shared: true, own: false }],
	['/news/a?page=2&page=3', { url: '/news/a?page=2', shared: true, own: false }],
	['/news/a?page=0', { url: '/news/a', shared: true, own: false }],
	['/news/a?page=2%0d%0ax', { url: '/news/a', shared: true, own: false }],
	['/news/a?page[]=2', { url: '/news/a', shared: true, own: false }],
	['/news/a?own=1', { url: '/news/a', shared: true, own: true }],
	['/sections/news?page=3', { url: '/sections/news?page=3', shared: true, own: false }],
	['/news/a/moods', { url: '/news/a/moods', shared: false, own: false }],
	['/news//a', { url: '/news//a', shared: false, own: false }],
	['/account', { url: '/account', shared: false, own: false }],
	['/sign-in?next=/account', { url: '/sign-in?next=/account', shared: false, own: false }],
	['/nothing', { url: '/nothing', shared: false, own: false }],
])('%s', (url, place) => {
	expect(placeOf(url, READER_ROUTES)).toEqual(place)
})
