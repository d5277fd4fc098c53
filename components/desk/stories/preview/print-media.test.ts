import { expect, test } from 'vitest'
import { mediaOnPaper } from './print-media'

test.each([
	['print', 'all'],
	['print and (min-width: 40rem)', 'all and (min-width: 40rem)'],
	['not print', 'not all'],
	['screen', 'not all'],
	['only screen and (min-width: 48rem)', 'not all'],
	['not screen', 'all'],
	['(max-width: 26rem)', '(max-width: 26rem)'],
	['all and (scripting: none)', 'all and (scripting: none)'],
])('%s is %s on paper', (query, onPaper) => {
	expect(mediaOnPaper(query)).toBe(onPaper)
})
