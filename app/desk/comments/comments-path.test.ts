import { expect, it } from 'vitest'
import { commentsPath, shownIn, type Undo, undoOf } from './comments-path'

it('keeps the way back from a decision in the address', () => {
	const undo: Undo = { ids: [3, 12], was: 'rejected' }
	const query = new URL(commentsPath('rejected', undo), 'https://example.org').searchParams
	expect(query.get('show')).toBe('rejected')
	expect(undoOf(query.get('undo') ?? '', query.get('was') ?? '')).toEqual(undo)
	expect(commentsPath('waiting')).toBe('/desk/comments')
})

it('believes only what it wrote', () => {
	expect(undoOf('3.0', 'waiting')).toBeNull()
	expect(undoOf('3; drop', 'waiting')).toBeNull()
	expect(undoOf('3', 'deleted')).toBeNull()
	expect(undoOf(undefined, 'waiting')).toBeNull()
	expect(shownIn('constructor')).toBe('waiting')
	expect(shownIn('approved')).toBe('approved')
})
