import { expect, test } from 'vitest'
import { TYPED } from '@/components/desk/editor/typography'

/** What a line becomes when typed one sign after the other. */
function typed(line: string): string {
	let text = ''
	for (const sign of line) {
		text += sign
		const rule = TYPED.find(({ find }) => find.test(text))
		const found = rule?.find.exec(text)?.[0]
		if (rule && found) text = text.slice(0, -found.length) + rule.replace
	}
	return text
}

test.each([
	['"Open," she said.', '“Open,” she said.'],
	["It's the clerks' tea.", 'It’s the clerks’ tea.'],
	["He said ('so').", 'He said (‘so’).'],
	[`"'So,' he said," she said.`, '“‘So,’ he said,” she said.'],
	['1914--1918', '1914–1918'],
	['a well-known man', 'a well-known man'],
])('%s', (line, result) => {
	expect(typed(line)).toBe(result)
})
