'use client'

import { type KeyboardEvent, useEffect, useRef } from 'react'
import { BodyEditor } from '@/components/desk/editor/body-editor'
import { TextArea, TextField } from '@/components/desk/form/fields'
import formStyles from '@/components/desk/form/form.module.css'
import { fieldId, useForm } from '@/components/desk/form/form-context'
import type { PhotoView } from '@/domain/articles/views'
import { toMarkdown } from '@/domain/body/markdown'
import { firstOf } from '@/lib/form-values'
import { NewPhotoFields } from './new-photo-fields'
import styles from './story-form.module.css'
import type { InitialStory } from './story-initial'

type Props = { start: InitialStory; photos: PhotoView[]; onChange: () => void }

/** Headline and standfirst are one paragraph each, so Enter moves the focus to the next field. */
const focusNextOnEnter = (next: string) => (event: KeyboardEvent<HTMLTextAreaElement>) => {
	if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
	event.preventDefault()
	event.currentTarget.form?.querySelector<HTMLElement>(next)?.focus()
}

/** Text fields of a story, styled like the published article. */
export function StoryText({ start, photos, onChange }: Props) {
	const { id, state } = useForm()
	const body = useBarHeight()
	// Present after a submission without scripts only; with scripts the editor keeps its content.
	const typed = state.values?.bodyText?.[0] ?? start.text
	const error = state.field === 'body' ? state.message : null
	const given = (name: string) => firstOf(start.values, name)
	return (
		<>
			<TextField
				name="kicker"
				label="Kicker"
				value={given('kicker')}
				className={styles.kicker}
				placeholder="A word or two above the headline"
			/>
			<TextArea
				name="headline"
				label="Headline"
				value={given('headline')}
				className={styles.headline}
				rows={1}
				required
				autoFocus={!start.id}
				onKeyDown={focusNextOnEnter('[name="standfirst"]')}
			/>
			<TextArea
				name="standfirst"
				label="Standfirst"
				value={given('standfirst')}
				className={styles.standfirst}
				rows={2}
				placeholder="What the story says, in a sentence"
				onKeyDown={focusNextOnEnter('[role="textbox"], [name="bodyText"]')}
			/>
			<div ref={body} id={fieldId(id, 'body')} tabIndex={-1} className={styles.body}>
				{error && <p className={formStyles.error}>{error}</p>}
				<BodyEditor
					name="body"
					initialText={typed ?? toMarkdown(start.body)}
					initialBody={typed === undefined ? start.body : null}
					photos={photos}
					onChange={onChange}
				/>
			</div>
			<NewPhotoFields />
		</>
	)
}

/** Pixels between the bar and a focused control: its outline, and its label's lower edge. */
const FOCUS_GAP = 12

/** Height of the story bar, which wraps on narrow screens; the toolbar of the body sticks below it. */
function useBarHeight() {
	const body = useRef<HTMLDivElement>(null)
	useEffect(() => {
		const form = body.current?.closest('form')
		const bar = form?.getElementsByClassName(styles.bar ?? '')[0]
		if (!form || !bar) return
		const root = document.documentElement
		const observer = new ResizeObserver(() => {
			const { height } = bar.getBoundingClientRect()
			form.style.setProperty('--bar-height', `${height}px`)
			// The focus of the keyboard scrolls a control out from below the bar. A margin would be added to this.
			form.style.setProperty('--focus-margin', '0px')
			root.style.scrollPaddingBlockStart = `${height + FOCUS_GAP}px`
		})
		observer.observe(bar)
		return () => {
			observer.disconnect()
			root.style.scrollPaddingBlockStart = ''
		}
	}, [])
	return body
}
