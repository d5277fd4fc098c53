import type { NodeViewProps } from '@tiptap/react'
import { type JSX, type KeyboardEvent, useState } from 'react'
import styles from './surface.module.css'

type Props = { block: NodeViewProps; attribute: string; label: string; placeholder?: string }

/** A line of plain text that belongs to a block: a caption, an attribution, a title. */
export function LineField({ block, attribute, label, placeholder = label }: Props): JSX.Element {
	const stored: string = block.node.attrs[attribute]
	// The editor answers a change with a new rendering that comes too late for the caret to keep its place.
	const [text, setText] = useState(stored)
	const [focused, setFocused] = useState(false)

	function write(value: string): void {
		setText(value)
		block.updateAttributes({ [attribute]: value })
	}

	function goOnWithEnter(event: KeyboardEvent): void {
		if (event.key !== 'Enter') return
		event.preventDefault()
		goOnAfter(block)
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

/** Enter in a field would send the form around the editor; here it goes on with the text. */
function goOnAfter({ editor, getPos, node }: NodeViewProps): void {
	const place = getPos()
	if (place === undefined) return
	const after = place + node.nodeSize
	if (!editor.state.doc.nodeAt(after)?.isTextblock)
		editor.commands.insertContentAt(after, { type: 'paragraph' })
	editor.commands.setTextSelection(after + 1)
	editor.view.focus()
}
