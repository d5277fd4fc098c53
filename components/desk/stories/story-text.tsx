'use client'

import type { KeyboardEvent } from 'react'
import { BodyEditor } from '@/components/desk/editor/body-editor'
import { TextArea, TextField } from '@/components/desk/form/fields'
import formStyles from '@/components/desk/form/form.module.css'
import { fieldId, useForm } from '@/components/desk/form/form-context'
import { firstOf } from '@/components/desk/form/form-state'
import type { PhotoView } from '@/domain/articles/views'
import { bodyOf, textOf } from '@/domain/bodies/text-form'
import styles from './story-form.module.css'
import type { StoryStart } from './story-start'

type Props = { start: StoryStart; photos: PhotoView[]; onChange: () => void }

/** A headline is one line, so Enter goes on to what comes next. */
function onwardByEnter(event: KeyboardEvent<HTMLTextAreaElement>) {
	if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
	event.preventDefault()
	event.currentTarget.form?.querySelector<HTMLElement>('[name="standfirst"]')?.focus()
}

/** The words of the story, set as the article will be. */
export function StoryText({ start, photos, onChange }: Props) {
	const { id, state } = useForm()
	// Only a form sent without a script comes back as text; with one the surface keeps what it holds.
	const typed = state.values?.bodyText?.[0]
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
				onKeyDown={onwardByEnter}
			/>
			<TextArea
				name="standfirst"
				label="Standfirst"
				value={given('standfirst')}
				className={styles.standfirst}
				rows={2}
				placeholder="What the story says, in a sentence"
			/>
			<div id={fieldId(id, 'body')} tabIndex={-1} className={styles.body}>
				{error && <p className={formStyles.error}>{error}</p>}
				<BodyEditor
					name="body"
					initialText={typed ?? textOf(start.body)}
					initialBody={typed === undefined ? start.body : bodyOf(typed)}
					photos={photos}
					onChange={onChange}
				/>
			</div>
		</>
	)
}
