'use client'

import { useSyncExternalStore } from 'react'
import styles from './comments.module.css'

const STORED = 'comment-keys'
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
	listeners.add(listener)
	return () => void listeners.delete(listener)
}

/** Storage may be switched off; the keys then are on until the page is left. */
let areOn = true

function read(): boolean {
	try {
		return localStorage.getItem(STORED) !== 'off'
	} catch {
		return areOn
	}
}

function write(on: boolean): void {
	areOn = on
	try {
		localStorage.setItem(STORED, on ? 'on' : 'off')
	} catch {}
	for (const listener of listeners) listener()
}

/** Whether single keys decide on comments, as chosen on this device (WCAG 2.1.4). */
export const useKeysOn = (): boolean => useSyncExternalStore(subscribe, read, () => true)

export const KeySwitch = () => {
	const on = useKeysOn()
	return (
		<details className={styles.keys}>
			<summary>Keys</summary>
			<label>
				<input type="checkbox" checked={on} onChange={(event) => write(event.target.checked)} />
				<span>Decide by single keys, on this device</span>
			</label>
			<p>
				<kbd>A</kbd> approve, <kbd>R</kbd> reject, <kbd>S</kbd> spam, <kbd>U</kbd> undo, <kbd>J</kbd> next,{' '}
				<kbd>K</kbd> previous, <kbd>X</kbd> select, <kbd>C</kbd> claim
			</p>
		</details>
	)
}
