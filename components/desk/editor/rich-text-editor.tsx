import { TextSelection } from '@tiptap/pm/state'
import { type Editor, EditorContent, type EditorOptions, type JSONContent, useEditor } from '@tiptap/react'
import { type JSX, type KeyboardEvent, useLayoutEffect, useState } from 'react'
import { isShortcut } from '@/components/desk/form/shortcut'
import type { PhotoView } from '@/domain/articles/views'
import type { BodyDocument } from '@/domain/body/document'
import { parseBody } from '@/domain/body/validate'
import { directionOfText } from '@/lib/direction'
import { isRefusal } from '@/lib/refusal'
import styles from './editor.module.css'
import { EXTENSIONS } from './extensions'
import { cleanedPaste } from './paste'
import { PhotosProvider } from './photos-context'
import type { Selection } from './placed-body'
import surface from './surface.module.css'
import { Toolbar } from './toolbar'
import type { ToolbarDialog } from './toolbar-items'

/** What the surface shows first, and the selection in it if it takes the focus. */
export type SurfaceStart = { content: JSONContent[]; selection: Selection | null }

export type RichTextEditorProps = {
	/** The name of the hidden field that carries the document as JSON. */
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
	const [problem, setProblem] = useState('')
	const [notice, setNotice] = useState('')
	const editor = useBodyEditor(props, {
		onJson(changed) {
			setJson(changed)
			onChange?.()
		},
		onPaste: setNotice,
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
		// biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for what the toolbar's button does.
		<div className={styles.editor} onKeyDown={openLinkDialog}>
			<span className={styles.label}>Text of the story</span>
			<PhotosProvider photos={photos}>
				<Toolbar
					editor={editor}
					dialog={dialog}
					onDialog={setDialog}
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

type Listeners = { onJson: (json: string) => void; onPaste: (notice: string) => void }

function useBodyEditor({ start }: RichTextEditorProps, { onJson, onPaste }: Listeners): Editor {
	const [content] = useState(() => contentOf(start))
	// The same object always: given another, the editor draws itself anew, and loses keys it has not read yet.
	const [editorProps] = useState(() => editorPropsWith(onPaste))
	const editor = useEditor({
		extensions: EXTENSIONS,
		content,
		// The surface is in the document in the task that takes the text field out.
		immediatelyRender: true,
		// The style sheet holds these rules: a page of ours allows no style elements.
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
	// The first transaction adds the paragraph after a last block that takes no text.
	view.dispatch(view.state.tr)
	const { doc, tr } = view.state
	const place = (at: number) => doc.resolve(Math.min(at, doc.content.size))
	view.dispatch(tr.setSelection(TextSelection.between(place(from), place(to))).scrollIntoView())
	view.focus()
}

/** The cursor is scrolled clear of the story's bar and the toolbar, which stick to the top. */
const CLEAR_OF_BARS = { top: 160, bottom: 24, left: 0, right: 0 }

/** As much of the text as tells its direction. */
const START = 2000

const editorPropsWith = (onPaste: (notice: string) => void): EditorOptions['editorProps'] => ({
	attributes: ({ doc }) => ({
		role: 'textbox',
		'aria-multiline': 'true',
		'aria-label': 'Text of the story',
		// No value: as the desk around it.
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

/** An empty document has no blocks, the editor needs one to stand in. */
const contentOf = ({ content }: SurfaceStart): JSONContent => ({
	type: 'doc',
	content: content.length > 0 ? content : [{ type: 'paragraph' }],
})
