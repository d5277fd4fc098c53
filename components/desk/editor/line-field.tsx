import type { NodeViewProps } from '@tiptap/react'
import { type JSX, type KeyboardEvent, useState } from 'react'
import styles from './surface.module.css'

type Props = { block: NodeViewProps; attribute: string; label: string; placeholder?: string }

/** A text attribute of a block as an input: a caption, an attribution, a title. */
export function LineField({ block, attribute, label, placeholder = label }: Props): JSX.Element {
	const stored: string = block.node.attrs[attribute]
	// Local state: the editor's rerender after a change comes too late to preserve the caret.
	const [text, setText] = useState(stored)
	const [focused, setFocused] = useState(false)

	function write(value: string): void {
		setText(value)
		block.updateAttributes({ [attribute]: value })
	}

	function goOnWithEnter(event: KeyboardEvent): void {
		if (event.key !== 'Enter') return
		event.preventDefault()
		moveCaretAfter(block)
	}

	return (
		<div contentEditable={false}>
			<input
				type="text"
				dir="auto"
				className={styles.line}
				value={focused ? text : stored}
				placeholder={placeholder}
				aria-label={label}
				onFocus={() => {
					setText(stored)
					setFocused(true)
				}}
				onBlur={() => setFocused(false)}
				onChange={(event) => write(event.target.value)}
				onKeyDown={goOnWithEnter}
			/>
		</div>
	)
}

/** Enter moves the caret to the block after; by default it would submit the surrounding form. */
function moveCaretAfter({ editor, getPos, node }: NodeViewProps): void {
	const place = getPos()
	if (place === undefined) return
	const after = place + node.nodeSize
	if (!editor.state.doc.nodeAt(after)?.isTextblock)
		editor.commands.insertContentAt(after, { type: 'paragraph' })
	editor.commands.setTextSelection(after + 1)
	editor.view.focus()
}
