// @vitest-environment jsdom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { EMPTY_STATE, type FormState } from '@/components/desk/form/form-state'
import type { DeskComment } from './comment-item'
import { CommentList } from './comment-list'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const comment = (id: number): DeskComment => ({
	id,
	authorName: `Guest ${id}`,
	authorEmail: null,
	words: `Words ${id}`,
	article: { id: 1, slug: 'a', headline: 'A' },
	decision: 'waiting',
	heldFor: [],
	claim: null,
	links: { alone: '/alone', byAuthor: '/by', onStory: '/on' },
	at: '2027-01-01T00:00:00Z',
	time: '12:03',
})

/** Requests to the server, in order, with the function that answers each. */
type Sent = { fields: Record<string, string[]>; answer: (changes: Partial<FormState>) => Promise<void> }
let sent: Sent[]
let root: ReturnType<typeof createRoot>

const action = (_: FormState, data: FormData) =>
	new Promise<FormState>((resolve) => {
		const fields: Record<string, string[]> = {}
		for (const [name, value] of data) fields[name] = [...(fields[name] ?? []), String(value)]
		sent.push({
			fields,
			answer: (changes) => act(async () => resolve({ ...EMPTY_STATE, ...changes })),
		})
	})

beforeEach(async () => {
	sent = []
	localStorage.clear()
	root = createRoot(document.body.appendChild(document.createElement('div')))
	const comments = [1, 2, 3, 4].map(comment)
	await act(async () =>
		root.render(
			<CommentList
				shown="waiting"
				fields={{}}
				comments={comments}
				empty="Nothing waits."
				action={action}
				last={{ notice: null, undo: '', action }}
			/>,
		),
	)
})

afterEach(() => {
	act(() => root.unmount())
	document.body.replaceChildren()
})

const shown = () =>
	[...document.querySelectorAll<HTMLElement>('[data-comment]')].map(({ dataset }) => Number(dataset.comment))
const press = (key: string, target: Element = document.activeElement ?? document.body) =>
	act(async () => {
		target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
	})
const focused = () => document.activeElement?.getAttribute('aria-label')

test('the next comment has the focus before the server has answered', async () => {
	await press('a')
	expect(shown()).toEqual([2, 3, 4])
	expect(focused()).toBe('Approve the comment by Guest 2')
	await press('s')
	expect(shown()).toEqual([3, 4])
	expect(sent).toHaveLength(1)
	await sent[0]?.answer({ notice: 'Approved.', undo: 'w1' })
	expect(sent.map(({ fields }) => [fields.decision, fields.selected])).toEqual([
		[['approved'], ['1']],
		[['spam'], ['2']],
	])
})

test('a refused decision brings its comment back with the message', async () => {
	await press('r')
	await press('r')
	await sent[0]?.answer({ message: 'This comment is no longer there.' })
	expect(shown()).toEqual([1, 3, 4])
	expect(document.querySelector('[role="alert"]')?.textContent).toContain('no longer there')
	await sent[1]?.answer({ notice: 'Rejected.', undo: 'w2' })
	expect(shown()).toEqual([1, 3, 4])
})

test('decisions are undone one after the other, also before their response', async () => {
	await press('a')
	await press('r')
	await press('u')
	await press('u')
	await sent[0]?.answer({ notice: 'Approved.', undo: 'w1' })
	await sent[1]?.answer({ notice: 'Rejected.', undo: 'w2' })
	expect(sent[2]?.fields.undo).toEqual(['w2'])
	await sent[2]?.answer({ notice: 'It waits.' })
	expect(sent[3]?.fields.undo).toEqual(['w1'])
	await sent[3]?.answer({ notice: 'It waits.' })
	expect(shown()).toEqual([1, 2, 3, 4])
	await press('u')
	expect(sent).toHaveLength(4)
})

test('keys move and select, and do nothing in text fields, with modifiers, or switched off', async () => {
	await press('j')
	await press('j')
	expect(focused()).toBe('Approve the comment by Guest 2')
	await press('x')
	await press('k')
	expect(focused()).toBe('Approve the comment by Guest 1')
	const bulk = [...document.querySelectorAll('button')].find((each) => each.textContent === 'Spam selected')
	await act(async () => bulk?.click())
	expect(shown()).toEqual([1, 3, 4])

	const switchOff = document.querySelector<HTMLInputElement>('details input[type="checkbox"]')
	await act(async () => switchOff?.click())
	await press('a')
	expect(shown()).toEqual([1, 3, 4])
	expect(localStorage.getItem('comment-keys')).toBe('off')
	await act(async () => switchOff?.click())
	const field = document.body.appendChild(document.createElement('textarea'))
	field.focus()
	await press('a', field)
	await act(async () =>
		document.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', ctrlKey: true, bubbles: true })),
	)
	expect(shown()).toEqual([1, 3, 4])
})
