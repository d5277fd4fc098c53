import { expect, test } from 'vitest'
import { deviceWords } from './device-words'

const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0'
const SAFARI = 'AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1'

test.each([
	['Firefox on Linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0'],
	['Chrome on Windows', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Safari/537.36`],
	['Edge on Windows', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Safari/537.36 Edg/156.0.0.0`],
	['Chrome on Android', `Mozilla/5.0 (Linux; Android 15; Pixel 9) ${CHROME} Mobile Safari/537.36`],
	[
		'Safari on iPhone',
		`Mozilla/5.0 (iPhone; CPU iPhone OS 26_1 like Mac OS X) ${SAFARI} Mobile/15E148 Safari/604.1`,
	],
	['Safari on macOS', `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${SAFARI} Safari/605.1.15`],
	['Opera on macOS', `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${CHROME} Safari/537.36 OPR/120.0`],
	['A browser on Linux', 'Mozilla/5.0 (X11; Linux x86_64) SomethingNew/1.0'],
	['w3m', 'w3m/0.5.3+git20230121'],
])('%s', (words, userAgent) => expect(deviceWords(userAgent)).toBe(words))

test.each([null, '', 'x', '<script>alert(1)</script>'])('%s is no known device', (userAgent) =>
	expect(deviceWords(userAgent)).toBeNull(),
)
