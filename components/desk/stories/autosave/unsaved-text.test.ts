import { expect, test } from 'vitest'
import { parseMarkdown } from '@/domain/body/markdown'
import { bodyIn, markdownIn } from '../story-values'
import { differences } from './unsaved-text'

const start = {
	values: { headline: ['Rain'], tags: ['May, harbour'], bylines: ['mara'], standfirst: [''] },
	body: parseMarkdown('It rained.\n\nAll day.'),
}

test('only typed differences of a kept text are named', () => {
	const same = {
		headline: ['Rain'],
		tags: ['May, harbour'],
		bylines: ['mara'],
		bodyText: ['It rained.\r\n\r\nAll day.\n'],
	}
	expect(differences(same, start)).toEqual({ labels: [], text: [] })
	const typed = {
		...same,
		bylines: ['mara', 'sven'],
		standfirst: ['Wet.'],
		bodyText: ['It rained.\n\nAll night.'],
	}
	const { labels, text } = differences(typed, start)
	expect(labels).toEqual(['standfirst', 'authors', 'text'])
	expect(text.map(({ change }) => change)).toEqual(['same', 'changed'])
})

test('a body of the editor is compared as its Markdown', () => {
	const bodyJson = [JSON.stringify({ type: 'doc', content: start.body.content })]
	expect(differences({ headline: ['Rain'], bodyJson }, start).labels).toEqual([])
})

test('the words of a body beyond the limits are kept', () => {
	const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
	const long = 'word '.repeat(5_000).trim()
	const values = {
		bodyJson: [JSON.stringify({ type: 'doc', content: [paragraph(long), paragraph('Last.')] })],
	}
	expect(bodyIn(values)).toBeNull()
	expect(markdownIn(values)).toBe(`${long}\n\nLast.`)
	expect(markdownIn({ bodyText: ['Plain.'] })).toBe('Plain.')
	expect(markdownIn({ bodyJson: ['{broken'] })).toBe('')
})
