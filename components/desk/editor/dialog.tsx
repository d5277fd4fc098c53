import type { Editor } from '@tiptap/core'
import { type JSX, type ReactNode, useEffect, useId, useRef } from 'react'
import { flushSync } from 'react-dom'
import styles from './dialog.module.css'

type Props = { title: string; onClose: () => void; children: ReactNode }

/** A modal `<dialog>`, open while it is rendered; Escape closes it. */
export function Dialog({ title, onClose, children }: Props): JSX.Element {
	const dialog = useRef<HTMLDialogElement>(null)
	const id = useId()
	useEffect(() => {
		dialog.current?.showModal()
	}, [])
	return (
		// Input events of a dialog must not mark the surrounding form as changed.
		<dialog
			ref={dialog}
			className={styles.dialog}
			aria-labelledby={id}
			onClose={onClose}
			onInput={(event) => event.stopPropagation()}
		>
			<h2 id={id}>{title}</h2>
			{children}
		</dialog>
	)
}

/** Closes a dialog and focuses the text, which cannot take the focus before, for the next key. */
export function closeDialog(onClose: () => void, editor: Editor): void {
	flushSync(onClose)
	editor.view.focus()
}
