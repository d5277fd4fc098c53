import { type Editor, useEditorState } from '@tiptap/react'
import { type JSX, type KeyboardEvent, useState } from 'react'
import { EmbedDialog, LinkDialog } from './address-dialogs'
import styles from './editor.module.css'
import { PhotoDialog } from './photo-dialog'
import { TOOLBAR_ITEMS, type ToolbarDialog, type ToolbarItem } from './toolbar-items'

type Props = {
	editor: Editor
	dialog: ToolbarDialog | null
	/** Files of a drop or a paste, for the dialog of photographs. */
	files: readonly File[]
	onDialog: (dialog: ToolbarDialog | null) => void
	onEditAsText: () => void
}

/** Toolbar with one tab stop; the arrow keys move between its buttons (roving tabindex). */
export function Toolbar({ editor, dialog, files, onDialog, onEditAsText }: Props): JSX.Element {
	const [current, setCurrent] = useState(0)
	const states = useEditorState({
		editor,
		selector: ({ editor }) => TOOLBAR_ITEMS.map((tool) => stateOf(tool, editor)),
	})
	const close = () => onDialog(null)

	function walk(event: KeyboardEvent<HTMLDivElement>): void {
		const buttons = [...event.currentTarget.querySelectorAll('button')]
		const next = placeAfter(event.key, current, buttons.length)
		if (next === null) return
		event.preventDefault()
		setCurrent(next)
		buttons[next]?.focus()
	}

	return (
		<>
			<div role="toolbar" aria-label="Format" tabIndex={-1} className={styles.toolbar} onKeyDown={walk}>
				{TOOLBAR_ITEMS.map((tool, index) => (
					<button
						key={tool.name}
						type="button"
						title={tool.keys ? `${tool.title} (${tool.keys})` : tool.title}
						aria-pressed={tool.isOn ? states[index]?.on : undefined}
						aria-disabled={!states[index]?.able || undefined}
						aria-haspopup={tool.dialog ? 'dialog' : undefined}
						tabIndex={index === current ? 0 : -1}
						onFocus={() => setCurrent(index)}
						onClick={() => (tool.dialog ? onDialog(tool.dialog) : tool.run?.(editor))}
					>
						{tool.name}
					</button>
				))}
				<button
					type="button"
					title="Edit the story as text with signs for headings, quotes and so on"
					tabIndex={current === TOOLBAR_ITEMS.length ? 0 : -1}
					onFocus={() => setCurrent(TOOLBAR_ITEMS.length)}
					onClick={onEditAsText}
				>
					Edit as text
				</button>
			</div>
			{dialog === 'link' && <LinkDialog editor={editor} onClose={close} />}
			{dialog === 'embed' && <EmbedDialog editor={editor} onClose={close} />}
			{dialog === 'photo' && <PhotoDialog editor={editor} files={files} onClose={close} />}
		</>
	)
}

const stateOf = (tool: ToolbarItem, editor: Editor): { on: boolean; able: boolean } => ({
	on: tool.isOn?.(editor) ?? false,
	able: tool.isAble?.(editor) ?? true,
})

function placeAfter(key: string, current: number, count: number): number | null {
	switch (key) {
		case 'ArrowRight':
			return (current + 1) % count
		case 'ArrowLeft':
			return (current - 1 + count) % count
		case 'Home':
			return 0
		case 'End':
			return count - 1
		default:
			return null
	}
}
