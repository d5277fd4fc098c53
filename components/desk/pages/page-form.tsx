'use client'

import { useRef, useState } from 'react'
import { BodyEditor } from '@/components/desk/editor/body-editor'
import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit, TextField } from '@/components/desk/form/fields'
import formStyles from '@/components/desk/form/form.module.css'
import { fieldId, useForm } from '@/components/desk/form/form-context'
import type { FormAction } from '@/components/desk/form/form-state'
import type { PhotoView } from '@/domain/articles/views'
import type { BodyDocument } from '@/domain/body/document'
import { toMarkdown } from '@/domain/body/markdown'
import { PageConflict } from './page-conflict'
import styles from './pages.module.css'

export type EditedPage = {
	id: number
	title: string
	body: BodyDocument
	headRevisionId: number
	isPublished: boolean
}

type Props = { page: EditedPage; photos: PhotoView[]; action: FormAction; notice: string | null }

/** Title and text of a page, with its publication. */
export function PageForm({ page, photos, action, notice }: Props) {
	const changes = useRef(0)
	const sent = useRef(0)
	const [unsaved, setUnsaved] = useState(false)
	const changed = () => {
		changes.current += 1
		setUnsaved(true)
	}
	return (
		<DeskForm
			id="page"
			action={action}
			notice={notice}
			label="Page"
			isUnsaved={() => unsaved}
			onInput={changed}
			onSend={() => {
				sent.current = changes.current
			}}
			onStory={({ saved }) => saved && setUnsaved(changes.current !== sent.current)}
		>
			<PageConflict pageId={page.id} />
			<Fields page={page} photos={photos} onChange={changed} />
			<div className={styles.buttons}>
				<Submit variant="primary" name="then" value="publish">
					{page.isPublished ? 'Publish changes' : 'Publish'}
				</Submit>
				<Submit name="then" value="save">
					Save
				</Submit>
				{page.isPublished && (
					<Submit variant="danger" name="then" value="unpublish">
						Take off the site
					</Submit>
				)}
			</div>
		</DeskForm>
	)
}

type FieldsProps = Pick<Props, 'page' | 'photos'> & { onChange: () => void }

function Fields({ page, photos, onChange }: FieldsProps) {
	const { id, state } = useForm()
	// Present after a submission without scripts only; with scripts the editor keeps its content.
	const typed = state.values?.bodyText?.[0]
	const error = state.field === 'body' ? state.message : null
	return (
		<>
			<input type="hidden" name="page" value={page.id} />
			<input type="hidden" name="base" value={state.story?.revisionId ?? page.headRevisionId} />
			<TextField name="title" label="Title" value={page.title} />
			<div id={fieldId(id, 'body')} tabIndex={-1}>
				{error && <p className={formStyles.error}>{error}</p>}
				<BodyEditor
					name="body"
					label="Text of the page"
					initialText={typed ?? toMarkdown(page.body)}
					initialBody={typed === undefined ? page.body : null}
					photos={photos}
					onChange={onChange}
				/>
			</div>
		</>
	)
}
