import { expect, test } from 'vitest'
import { bodyOfCheckedText, LINES_MAX, SIGNS_MAX } from '@/domain/body/checked-text'
import { parseMarkdown } from '@/domain/body/markdown'
import { BODY_BYTES_MAX, NODES_MAX } from '@/domain/body/validate'

test('text within the limits is parsed unchanged', () => {
	const text = `${'*a* '.repeat(SIGNS_MAX / 2)}${'\n'.repeat(LINES_MAX)}`
	expect(bodyOfCheckedText(text)).toEqual(parseMarkdown(text))
})

test.each([
	['too long', 'a'.repeat(BODY_BYTES_MAX + 1), /too long/],
	['of too many lines', '\n'.repeat(LINES_MAX + 1), /at most 20,000 lines.*20,001/],
	['of too many stars', '*a '.repeat(SIGNS_MAX + 1), /at most 5,000 of the signs.*5,001/],
	['of too many paragraphs', 'a\n\n'.repeat(NODES_MAX + 1), /at most 5,000 paragraphs.*5,001/],
	['of too many list items', '- a\n'.repeat(SIGNS_MAX + 1), /lines in lists and quotes.*5,001/],
	['of too many quoted lines', '> a\n'.repeat(SIGNS_MAX + 1), /lines in lists and quotes.*5,001/],
	['of too many brackets', '['.repeat(BODY_BYTES_MAX), /1,000,000/],
])('text %s is refused with a message', (_name, text, message) => {
	expect(() => bodyOfCheckedText(text)).toThrow(message)
})
