import { beforeEach, expect, test, vi } from 'vitest'
import { pathToHelp } from './address-help'

beforeEach(() => {
	process.env.SQUARE_LIMITS = '1'
	process.env.SQUARE_SECRET = 'a secret of this test'
})

const NOT_FOUND = { status: 404 }
const request = (url: string, accept = 'text/html,*/*') => ({ method: 'GET', url, headers: { accept } })

test('a page that a browser asks for gets help by its path', async () => {
	expect(await pathToHelp(request('/news/the-bridge?page=2'), NOT_FOUND, '192.0.2.1')).toBe(
		'/news/the-bridge',
	)
	expect(await pathToHelp(request('/the-bridge.html'), NOT_FOUND, '192.0.2.1')).toBe('/the-bridge.html')
})

test('files, programs, posts and other errors get the shared page', async () => {
	const cases = [
		pathToHelp(request('/wp-login.php'), NOT_FOUND, '192.0.2.2'),
		pathToHelp(request('/a/picture.jpeg'), NOT_FOUND, '192.0.2.2'),
		pathToHelp(request('/news/a', '*/*'), NOT_FOUND, '192.0.2.2'),
		pathToHelp({ ...request('/news/a'), method: 'POST' }, NOT_FOUND, '192.0.2.2'),
		pathToHelp(request('/news/a'), { status: 410 }, '192.0.2.2'),
	]
	expect(await Promise.all(cases)).toEqual([null, null, null, null, null])
})

test('a network gets twenty pages with help a minute', async () => {
	vi.useFakeTimers()
	let helped = 0
	for (let number = 0; number < 40; number += 1) {
		if (await pathToHelp(request(`/news/a-${number}`), NOT_FOUND, '198.51.100.7')) helped += 1
		vi.advanceTimersByTime(200)
	}
	vi.useRealTimers()
	expect(helped).toBe(20)
})
