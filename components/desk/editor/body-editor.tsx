'use client'

import { type ComponentType, type JSX, useEffect, useRef, useState } from 'react'
import type { PhotoView } from '@/domain/articles/views'
import { bodyOfCheckedText } from '@/domain/bodies/checked-text'
import type { BodyDocument } from '@/domain/bodies/document'
import { textOf } from '@/domain/bodies/text-form'
import { parseBody } from '@/domain/bodies/validate'
import { isRefusal } from '@/lib/refusal'
import styles from './editor.module.css'
import { TextSurface } from './text-surface'
import type { WritingSurfaceProps } from './writing-surface'

type Props = {
	/** The fields sent are this and `Text` (the text form) or this and `Json` (the document). */
	name: string
	initialText: string
	/** What `initialText` says, where it need not be read again. */
	initialBody: BodyDocument | null
	photos: PhotoView[]
	/** After every change. The form holds it from the next task on. */
	onChange?: () => void
}

type Surface = { kind: 'text' } | { kind: 'writing'; body: BodyDocument; focus: boolean }

/**
 * The body of a story: a text field in the page as it arrives, a writing surface once scripts run. The form
 * can be sent at any moment and carries one of the two.
 */
export function BodyEditor({ name, initialText, initialBody, photos, onChange }: Props): JSX.Element {
	const [early] = useState(() => typedBeforeScripts(`${name}Text`))
	const [text, setText] = useState(initialText)
	const [surface, setSurface] = useState<Surface>({ kind: 'text' })
	const [Writing, setWriting] = useState<ComponentType<WritingSurfaceProps> | null>(null)
	const [problem, setProblem] = useState('')
	const field = useRef<HTMLTextAreaElement>(null)

	// biome-ignore lint/correctness/useExhaustiveDependencies: the first values count; later ones would undo work.
	useEffect(() => {
		if (early !== null) setText(early)
		import('./writing-surface').then(({ WritingSurface }) => {
			const typed = field.current?.value ?? initialText
			const known = sameText(typed, initialText) ? initialBody : null
			setWriting(() => WritingSurface)
			show(() => known ?? readBody(typed), document.activeElement === field.current)
		})
	}, [])

	/** A text that no story can hold stays a text, with the reason: the surface would be slow with it. */
	function show(body: () => BodyDocument, focus: boolean): void {
		try {
			setSurface({ kind: 'writing', body: body(), focus })
			setProblem('')
		} catch (error) {
			if (!isRefusal(error)) throw error
			setProblem(error.message)
		}
	}

	function editAsText(body: BodyDocument): void {
		setText(textOf(body))
		setSurface({ kind: 'text' })
	}

	function write(value: string): void {
		setText(value)
		onChange?.()
	}

	if (surface.kind === 'writing' && Writing)
		return (
			<Writing
				field={`${name}Json`}
				body={surface.body}
				photos={photos}
				focus={surface.focus}
				onChange={onChange}
				onEditAsText={editAsText}
			/>
		)
	return (
		<div className={styles.editor}>
			<p role="alert" className={styles.problem}>
				{problem}
			</p>
			<TextSurface ref={field} field={`${name}Text`} text={text} onText={write} />
			{Writing && (
				<button type="button" className={styles.switch} onClick={() => show(() => readBody(text), true)}>
					Edit as it will look
				</button>
			)}
		</div>
	)
}

/** React sets a field back to what the server sent when it takes it over, so it is read before that. */
function typedBeforeScripts(name: string): string | null {
	if (typeof document === 'undefined') return null
	const field = document.getElementsByName(name)[0]
	return field instanceof HTMLTextAreaElement ? field.value : null
}

const readBody = (text: string): BodyDocument => parseBody(bodyOfCheckedText(text))

const sameText = (one: string, other: string): boolean =>
	one.replace(/\r\n?/g, '\n') === other.replace(/\r\n?/g, '\n')
