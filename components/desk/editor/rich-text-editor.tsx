import { TextSelection } from '@tiptap/pm/state'
import { type Editor, EditorContent, type EditorOptions, type JSONContent, useEditor } from '@tiptap/react'
import { type JSX, type KeyboardEvent, useLayoutEffect, useState } from 'react'
import { isShortcut } from '@/components/desk/form/shortcut'
import type { PhotoView } from '@/domain/articles/views'
import type { BodyDocument } from '@/domain/body/document'
import { parseBody } from '@/domain/body/validate'
import { directionOfText } from '@/lib/direction'
import { isRefusal } from '@/lib/refusal'
import { fileHandlers } from './dropped-files'
import styles from './editor.module.css'
import { EXTENSIONS } from './extensions'
import { cleanedPaste } from './paste'
import { PhotosProvider } from './photos-context'
import type { Selection } from './placed-body'
import surface from './surface.module.css'
import { Toolbar } from './toolbar'
import type { ToolbarDialog } from './toolbar-items'

/** Initial content of the editor, and its selection if it takes the focus. */
export type SurfaceStart = { content: JSONContent[]; selection: Selection | null }

export type RichTextEditorProps = {
	label: string
	/** Name of the hidden field with the document as JSON. */
	field: string
	body: BodyDocument
	start: SurfaceStart
	photos: PhotoView[]
	onChange?: () => void
	onEditAsText: (body: BodyDocument) => void
}

export function RichTextEditor(props: RichTextEditorProps): JSX.Element {
	const { field, body, photos, onChange, onEditAsText } = props
	const [json, setJson] = useState(() => JSON.stringify(body))
	const [dialog, setDialog] = useState<ToolbarDialog | null>(null)
	const [files, setFiles] = useState<readonly File[]>([])
	const [problem, setProblem] = useState('')
	const [notice, setNotice] = useState('')
	const editor = useBodyEditor(props, {
		onJson(changed) {
			setJson(changed)
			onChange?.()
		},
		onPaste: setNotice,
		onFiles(dropped) {
			setFiles(dropped)
			setDialog('photo')
		},
	})

	function editAsText(from: Editor): void {
		try {
			onEditAsText(parseBody(from.getJSON()))
		} catch (error) {
			if (!isRefusal(error)) throw error
			setProblem(error.message)
		}
	}

	function openLinkDialog(event: KeyboardEvent): void {
		if (!isShortcut(event, 'K')) return
		event.preventDefault()
		setDialog('link')
	}

	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for a button of the toolbar.
		<div className={styles.editor} onKeyDown={openLinkDialog}>
			<span className={styles.label}>{props.label}</span>
			<PhotosProvider photos={photos}>
				<Toolbar
					editor={editor}
					dialog={dialog}
					files={files}
					onDialog={(next) => {
						setFiles([])
						setDialog(next)
					}}
					onEditAsText={() => editAsText(editor)}
				/>
				<p role="alert" className={styles.problem}>
					{problem}
				</p>
				<p role="status" className={styles.pasted} dir="auto">
					{notice}
				</p>
				<EditorContent editor={editor} className={surface.surface} />
			</PhotosProvider>
			<input type="hidden" name={field} value={json} />
		</div>
	)
}

type Listeners = {
	onJson: (json: string) => void
	onPaste: (notice: string) => void
	onFiles: (files: File[]) => void
}

function useBodyEditor({ start, label }: RichTextEditorProps, { onJson, ...listeners }: Listeners): Editor {
	const [content] = useState(() => contentOf(start))
	// A stable reference: a new object makes the editor redraw itself and lose pending keystrokes.
	const [editorProps] = useState(() => editorPropsWith(label, listeners))
	const editor = useEditor({
		extensions: EXTENSIONS,
		content,
		// The editor enters the document in the task that removes the text field.
		immediatelyRender: true,
		// The rules are in surface.module.css, because the CSP forbids style elements.
		injectCSS: false,
		editorProps,
		onUpdate: ({ editor }) => onJson(JSON.stringify(editor.getJSON())),
	})
	// biome-ignore lint/correctness/useExhaustiveDependencies: the focus is taken once.
	useLayoutEffect(() => {
		if (start.selection) focusAt(editor, start.selection)
	}, [])
	return editor
}

function focusAt({ view }: Editor, { from, to }: Selection): void {
	// The first transaction adds a paragraph after a last block without text.
	view.dispatch(view.state.tr)
	const { doc, tr } = view.state
	const place = (at: number) => doc.resolve(Math.min(at, doc.content.size))
	view.dispatch(tr.setSelection(TextSelection.between(place(from), place(to))).scrollIntoView())
	view.focus()
}

/** Scroll margin in pixels for the cursor below the sticky story bar and toolbar. */
const CLEAR_OF_BARS = { top: 160, bottom: 24, left: 0, right: 0 }

/** Length of the text sampled to find its direction, in characters. */
const START = 2000

const editorPropsWith = (
	label: string,
	{ onPaste, onFiles }: Omit<Listeners, 'onJson'>,
): EditorOptions['editorProps'] => ({
	...fileHandlers(onFiles),
	attributes: ({ doc }) => ({
		role: 'textbox',
		'aria-multiline': 'true',
		'aria-label': label,
		// Empty: inherits the direction of the desk.
		dir: directionOfText(doc.textBetween(0, Math.min(doc.content.size, START), ' ')) ?? '',
	}),
	scrollThreshold: CLEAR_OF_BARS,
	scrollMargin: CLEAR_OF_BARS,
	transformPastedHTML(html) {
		const paste = cleanedPaste(html)
		onPaste(paste.notice)
		return paste.html
	},
})

/** The editor needs at least one block; an empty body has none. */
const contentOf = ({ content }: SurfaceStart): JSONContent => ({
	type: 'doc',
	content: content.length > 0 ? content : [{ type: 'paragraph' }],
})
