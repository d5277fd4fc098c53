import { expect, it } from 'vitest'
import { type Decided, parseUndo, undoText } from '@/domain/comments/undo'
import { commentsPath, fieldsOf, shownIn } from './comments-path'

const queryOf = (path: string) => Object.fromEntries(new URL(path, 'https://example.org').searchParams)

it('commentsPath round-trips the undo of a decision', () => {
	const undo: Decided[] = [
		{ id: 3, was: 'rejected' },
		{ id: 12, was: 'waiting' },
		{ id: 5, was: 'approved' },
	]
	const query = queryOf(commentsPath(shownIn({ show: 'rejected' }), undoText(undo)))
	expect(query.show).toBe('rejected')
	expect(parseUndo(query.undo)).toEqual(undo)
	expect(commentsPath(shownIn({}))).toBe('/desk/comments')
})

it.each([
	{ show: 'approved', query: 'déjà & 100 %', past: '7' },
	{ query: 'boats' },
	{ comment: '12' },
	{ show: 'rejected' },
	{ show: 'all', story: '7', phase: 'links', past: '3' },
	{ show: 'all', by: '9', query: 'boats' },
])('commentsPath and fieldsOf round-trip %o', (params) => {
	const shown = shownIn(params)
	expect(shownIn(queryOf(commentsPath(shown)))).toEqual(shown)
	expect(shownIn(fieldsOf(shown))).toEqual(shown)
})

it('malformed undo and list parameters are ignored', () => {
	expect(parseUndo('w3.0')).toBeNull()
	expect(parseUndo('w3; drop')).toBeNull()
	expect(parseUndo('x3')).toBeNull()
	expect(parseUndo('3')).toBeNull()
	expect(parseUndo(undefined)).toBeNull()
	expect(parseUndo(Array.from({ length: 201 }, () => 'w1').join('.'))).toBeNull()
	expect(shownIn({ show: 'constructor', past: '-1', comment: '1e3', phase: 'toString', story: 'x' })).toEqual(
		shownIn({}),
	)
	expect(shownIn({ show: 'approved' }).state).toBe('approved')
})

it('shownIn cuts a long query between characters', () => {
	expect(shownIn({ query: `${'a'.repeat(199)}😀` }).query).toBe('a'.repeat(199))
})
