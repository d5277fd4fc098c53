'use client'

import type { PointerEvent } from 'react'
import styles from './front-page.module.css'

type Props = {
	/** The dragged item: `story 12`, `place lead` or `section 3 0`. */
	what: string
	/** Its name, for the announcement. */
	words: string
	move: (move: string, words: string) => void
}

/** A handle for dragging with mouse, pen or finger. The buttons do the same, so it is hidden from other input. */
export function DragHandle({ what, words, move }: Props) {
	function start(event: PointerEvent<HTMLSpanElement>) {
		if (event.button !== 0) return
		event.preventDefault()
		const handle = event.currentTarget
		handle.setPointerCapture(event.pointerId)
		handle.dataset.dragging = 'yes'
	}
	function over({ currentTarget: handle, clientX, clientY }: PointerEvent<HTMLSpanElement>) {
		if (!handle.dataset.dragging) return
		mark(targetAt(what, clientX, clientY))
	}
	function end({ currentTarget: handle, clientX, clientY, type }: PointerEvent<HTMLSpanElement>) {
		if (!handle.dataset.dragging) return
		delete handle.dataset.dragging
		mark(null)
		const target = type === 'pointerup' ? targetAt(what, clientX, clientY) : null
		const made = target && moveOnto(what, target.dataset.drop ?? '')
		if (made) move(made, `${words} is moved.`)
	}
	return (
		<span
			className={styles.handle}
			aria-hidden="true"
			onPointerDown={start}
			onPointerMove={over}
			onPointerUp={end}
			onPointerCancel={end}
		>
			<svg viewBox="0 0 10 16" width="10" height="16" aria-hidden="true">
				<path d="M2 2h2v2H2zM6 2h2v2H6zM2 7h2v2H2zM6 7h2v2H6zM2 12h2v2H2zM6 12h2v2H6z" fill="currentColor" />
			</svg>
		</span>
	)
}

/** The target under the pointer that accepts the dragged item. */
function targetAt(what: string, x: number, y: number): HTMLElement | null {
	const target = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-drop]') ?? null
	return target && moveOnto(what, target.dataset.drop ?? '') ? target : null
}

function mark(target: HTMLElement | null): void {
	for (const marked of document.querySelectorAll<HTMLElement>('[data-over]'))
		if (marked !== target) delete marked.dataset.over
	if (target) target.dataset.over = 'yes'
}

/** The move of a drop; null if the target rejects it. */
export function moveOnto(what: string, drop: string): string | null {
	if (what === drop) return null
	const [kind, from] = what.split(' ')
	const [target, to, index] = drop.split(' ')
	if (kind === 'section') return target === 'section' ? `section-to ${from} ${index}` : null
	if (target !== 'place') return null
	return kind === 'story' ? `put ${from} ${to}` : `swap ${from} ${to}`
}
