import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ReadTimeLine } from './read-time'

const shown = (minutes: number, seconds: number, wording: 'classic' | 'plain' = 'classic') =>
	renderToStaticMarkup(<ReadTimeLine time={{ words: 0, minutes, seconds }} wording={wording} />).replace(
		/<[^>]+>/g,
		'',
	)

// The style sheet leaves the space out, as the first of a box, and draws a gap; text browsers print it.
test('the classic wording is never plural', () => {
	expect(shown(3, 5)).toBe('Read Time: 3 Minute, 5 Second')
	expect(shown(1, 59)).toBe('Read Time: 1 Minute, 59 Second')
})

test('zero minutes are omitted', () => {
	expect(shown(0, 42)).toBe('Read Time: 42 Second')
	expect(shown(0, 0)).toBe('Read Time: 0 Second')
})

test('the plain wording rounds to minutes and uses plurals', () => {
	expect(shown(3, 5, 'plain')).toBe('Read Time: 3 minutes')
	expect(shown(1, 10, 'plain')).toBe('Read Time: 1 minute')
	expect(shown(0, 42, 'plain')).toBe('Read Time: under a minute')
})
