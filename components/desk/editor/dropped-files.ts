import { TextSelection } from '@tiptap/pm/state'
import type { EditorProps, EditorView } from '@tiptap/pm/view'

/** Editor handlers that pass dropped and pasted files on, with the cursor where they were dropped. */
export const fileHandlers = (
	onFiles: (files: File[]) => void,
): Pick<EditorProps, 'handleDrop' | 'handlePaste'> => ({
	handleDrop(view, event, _slice, moved) {
		const files = [...(event.dataTransfer?.files ?? [])]
		if (moved || files.length === 0) return false
		placeCursor(view, event)
		onFiles(files)
		// Without this the browser would leave the page for the file.
		event.preventDefault()
		return true
	},
	handlePaste(_view, event) {
		const files = event.clipboardData ? pastedFiles(event.clipboardData) : []
		if (files.length === 0) return false
		onFiles(files)
		return true
	},
})

/** Files of a paste. Word processors add a picture of the copied text, so a paste with text has no files. */
export function pastedFiles(clipboard: Pick<DataTransfer, 'files' | 'getData'>): File[] {
	const html = clipboard.getData('text/html')
	const text = html
		? new DOMParser().parseFromString(html, 'text/html').body.textContent
		: clipboard.getData('text/plain')
	return text?.trim() ? [] : [...clipboard.files]
}

function placeCursor(view: EditorView, { clientX, clientY }: DragEvent): void {
	const place = view.posAtCoords({ left: clientX, top: clientY })
	if (!place) return
	const { doc, tr } = view.state
	view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(place.pos))))
}
