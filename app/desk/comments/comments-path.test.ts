import { expect, it } from 'vitest'
import { commentsPath, fieldsOf, shownIn, type Undo, undoOf } from './comments-path'

const queryOf = (path: string) => Object.fromEntries(new URL(path, 'https://example.org').searchParams)

it('commentsPath round-trips the undo of a decision', () => {
	const undo: Undo = { ids: [3, 12], was: 'rejected' }
	const query = queryOf(commentsPath(shownIn({ show: 'rejected' }), undo))
	expect(query.show).toBe('rejected')
	expect(undoOf(query.undo ?? '', query.was ?? '')).toEqual(undo)
	expect(commentsPath(shownIn({}))).toBe('/desk/comments')
})

it.each([
	{ show: 'approved', query: 'déjà & 100 %', past: '7' },
	{ query: 'boats' },
	{ comment: '12' },
	{ show: 'rejected' },
])('commentsPath and fieldsOf round-trip %o', (params) => {
	const shown = shownIn(params)
	expect(shownIn(queryOf(commentsPath(shown)))).toEqual(shown)
	expect(shownIn(fieldsOf(shown))).toEqual(shown)
})

it('malformed undo and list parameters are ignored', () => {
	expect(undoOf('3.0', 'waiting')).toBeNull()
	expect(undoOf('3; drop', 'waiting')).toBeNull()
	expect(undoOf('3', 'deleted')).toBeNull()
	expect(undoOf(undefined, 'waiting')).toBeNull()
	expect(shownIn({ show: 'constructor', past: '-1', comment: '1e3' })).toEqual(shownIn({}))
	expect(shownIn({ show: 'approved' }).state).toBe('approved')
})
