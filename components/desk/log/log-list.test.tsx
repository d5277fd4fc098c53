import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LogList } from './log-list'

test('a long value is cut between characters', () => {
	const change = { field: 'reason', from: null, to: `${'a'.repeat(299)}😀 and more` }
	const line = { id: 1, at: new Date(0), time: 'now', person: 'Ada', sentence: 'did it', href: null }
	const html = renderToStaticMarkup(<LogList lines={[{ ...line, changes: [change] }]} />)
	expect(html).toContain('aaa …')
	expect(html.isWellFormed()).toBe(true)
})
