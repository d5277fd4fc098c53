import { expect, test } from 'vitest'
import { excerptOf, highlight } from './highlight'
import { parseQuery } from './search-query'

const marked = (text: string, query: string) =>
	highlight(text, parseQuery(query))
		.map((part) => (part.hit ? `[${part.text}]` : part.text))
		.join('')

test.each([
	['The Škoda depot', 'skoda', 'The [Škoda] depot'],
	['Harbours and harbour', 'harbour', '[Harbours] and [harbour]'],
	['Low water, low tide', '"low water"', '[Low water], low tide'],
	['I rode from Große Straße', 'strasse grosse', 'I rode from [Große] [Straße]'],
	['東京都知事', '京都', '東[京都]知事'],
	['東京都知事', '東京都', '[東京都]知事'],
	['の東京', '東', 'の[東京]'],
	['<b>bold</b>', 'b', '<[b]>[bold]</[b]>'],
	['nothing', 'else', 'nothing'],
])('%s with %s marked is %s', (text, query, expected) => {
	expect(marked(text, query)).toBe(expected)
})

test('an excerpt is the paragraph with most words, cut around the first', () => {
	const long = `${'a b '.repeat(60)}the harbour master waits ${'c d '.repeat(60)}`
	const parts = excerptOf(['No master.', long, 'The harbour.'], parseQuery('harbour master'))
	const text = parts.map((part) => part.text).join('')
	expect(text).toMatch(/^… [ab ]+the harbour master waits [cd ]+ …$/)
	expect(text.length).toBeLessThan(240)
	expect(parts.filter(({ hit }) => hit).map((part) => part.text)).toEqual(['harbour', 'master'])
})

test('an excerpt without a hit is empty', () => {
	expect(excerptOf(['One.', 'Two.'], parseQuery('three'))).toEqual([])
})
