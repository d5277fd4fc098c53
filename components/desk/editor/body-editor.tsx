'use client'

import { type ComponentType, type JSX, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { PhotoView } from '@/domain/articles/views'
import { bodyOfCheckedText } from '@/domain/body/checked-text'
import type { BodyDocument } from '@/domain/body/document'
import { toMarkdown } from '@/domain/body/markdown'
import { parseBody } from '@/domain/body/validate'
import { isRefusal } from '@/lib/refusal'
import { watchComposition } from './composition'
import styles from './editor.module.css'
import { MarkdownField } from './markdown-field'
import { placedBody } from './placed-body'
import type { RichTextEditorProps, SurfaceStart } from './rich-text-editor'

type Props = {
	/** Prefix of the submitted fields: `<name>Text` (Markdown) or `<name>Json` (document). */
	name: string
	initialText: string
	/** Parsed form of `initialText`, if available, which saves parsing it again. */
	initialBody: BodyDocument | null
	photos: PhotoView[]
	label?: string
	/** Called after every change; the form holds the change from the next task on. */
	onChange?: () => void
}

type EditorMode = { kind: 'text' } | { kind: 'writing'; body: BodyDocument; start: SurfaceStart }

/**
 * Body editor: a Markdown text field in the server's HTML, replaced by the rich-text editor once scripts run.
 * The form can be submitted at any moment and carries one of the two.
 */
export function BodyEditor({
	name,
	initialText,
	initialBody,
	photos,
	label = 'Text of the story',
	onChange,
}: Props): JSX.Element {
	const [text, setText] = useState(initialText)
	const [mode, setMode] = useState<EditorMode>({ kind: 'text' })
	const [Editor, setEditor] = useState<ComponentType<RichTextEditorProps> | null>(null)
	const [problem, setProblem] = useState('')
	const field = useRef<HTMLTextAreaElement>(null)

	// biome-ignore lint/correctness/useExhaustiveDependencies: only the initial values count; later ones would overwrite edits.
	useEffect(() => {
		const composition = field.current && watchComposition(field.current)
		import('./rich-text-editor').then(async ({ RichTextEditor }) => {
			await composition?.ended()
			composition?.stop()
			// In one task, so that no keystroke falls between reading the field and focusing the editor.
			flushSync(() => {
				setEditor(() => RichTextEditor)
				if (field.current) show(field.current, document.activeElement === field.current)
			})
		})
		return composition?.stop
	}, [])

	/**
	 * A text beyond the limits of a body stays in the text field, with the reason; the editor would be slow.
	 */
	function show({ value, selectionStart, selectionEnd }: HTMLTextAreaElement, focus: boolean): void {
		try {
			const body = (sameText(value, initialText) && initialBody) || readBody(value)
			const selection = focus && { from: selectionStart, to: selectionEnd }
			const start = selection
				? placedBody(value, selection, body, readBody)
				: { content: body.content, selection: null }
			setMode({ kind: 'writing', body, start })
			setProblem('')
		} catch (error) {
			if (!isRefusal(error)) throw error
			setProblem(error.message)
		}
	}

	function editAsText(body: BodyDocument): void {
		flushSync(() => {
			setText(toMarkdown(body))
			setMode({ kind: 'text' })
		})
		// The pressed button has been removed.
		field.current?.focus()
	}

	if (mode.kind === 'writing' && Editor)
		return (
			<Editor
				label={label}
				field={`${name}Json`}
				body={mode.body}
				start={mode.start}
				photos={photos}
				onChange={onChange}
				onEditAsText={editAsText}
			/>
		)
	return (
		<div className={styles.editor}>
			<p role="alert" className={styles.problem}>
				{problem}
			</p>
			<MarkdownField ref={field} label={label} field={`${name}Text`} text={text} onChange={onChange} />
			{Editor && (
				<button
					type="button"
					className={styles.switch}
					onClick={() => field.current && show(field.current, true)}
				>
					Edit as it will look
				</button>
			)}
		</div>
	)
}

const readBody = (text: string): BodyDocument => parseBody(bodyOfCheckedText(text))

const sameText = (one: string, other: string): boolean =>
	one.replace(/\r\n?/g, '\n') === other.replace(/\r\n?/g, '\n')
