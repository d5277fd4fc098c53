'use client'

import { type RefObject, useEffect } from 'react'
import { takesText } from '@/components/desk/form/takes-text'

type List = RefObject<HTMLOListElement | null>

/** Name of the button that a key presses. */
const BUTTONS: Record<string, string> = { a: 'approved', r: 'rejected', s: 'spam', c: 'claim' }
const MOVES: Record<string, 1 | -1> = { j: 1, k: -1 }

/** Decides on the comment with the focus, or the first one, by a single key without a modifier. */
export function useCommentKeys(list: List, isOn: boolean, undo: () => void): void {
	useEffect(() => {
		if (!isOn) return
		const press = (event: KeyboardEvent) => {
			const target = event.target as Element
			if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return
			if (takesText(target) || target.matches('select')) return
			const key = event.key.toLowerCase()
			if (key === 'u') undo()
			else if (!runKey(key, list)) return
			event.preventDefault()
		}
		document.addEventListener('keydown', press)
		return () => document.removeEventListener('keydown', press)
	}, [list, isOn, undo])
}

function runKey(key: string, list: List): boolean {
	const items = [...(list.current?.children ?? [])]
	const focused = document.activeElement?.closest('[data-comment]')
	const at = focused ? items.indexOf(focused) : -1
	const item = items[Math.max(0, at)]
	const move = MOVES[key]
	if (move) return focusComment(items[Math.min(Math.max(0, at + move), items.length - 1)])
	if (key === 'x') return pressed(item?.querySelector<HTMLInputElement>('input[type="checkbox"]'))
	const name = BUTTONS[key]
	return name ? pressed(item?.querySelector<HTMLButtonElement>(`button[name="${name}"]`)) : false
}

function pressed(control: HTMLElement | null | undefined): boolean {
	control?.focus()
	control?.click()
	return Boolean(control)
}

/** Focuses the first decision on a comment, whose name says whose it is. */
export function focusComment(item: Element | undefined): boolean {
	const button = item?.querySelector<HTMLButtonElement>('button')
	button?.focus()
	return Boolean(button)
}
