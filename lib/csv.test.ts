import { expect, test } from 'vitest'
import { csvField, csvLine } from './csv'

test('fields with separators are quoted', () => {
	expect(csvLine(['a', 'b "c"', 'd,e', 'f\ng'])).toBe('a,"b ""c""","d,e","f\ng"\r\n')
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠SUM(A1)'])(
	'%j becomes text in a spreadsheet',
	(value) => {
		expect(csvField(value).replace(/^"/, '')).toMatch(/^'/)
	},
)
