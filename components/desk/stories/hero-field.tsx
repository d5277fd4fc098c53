'use client'

import { useState } from 'react'
import { ChoiceGroup, TextArea, TextField } from '@/components/desk/form/fields'
import { useField, useForm } from '@/components/desk/form/form-context'
import { PhotoChoices } from '@/components/desk/photos/photo-choice'
import styles from '@/components/desk/photos/photo-choice.module.css'
import { usePhotoSearch } from '@/components/desk/photos/photo-search'
import { Picture } from '@/components/photos/picture'
import type { PhotoView } from '@/domain/articles/views'
import { HeroUpload } from './hero-upload'

type Props = { photos: PhotoView[]; chosen: string; caption: string }

/** Lead photograph: the chosen one in view, the others in a disclosure. */
export function HeroField({ photos, chosen, caption }: Props) {
	const { value } = useField('heroPhotoId', chosen)
	const { field } = useForm().state
	const refused = field === 'heroPhotoId' || field === 'heroPhotoNumber'
	const [open, setOpen] = useState(false)
	const [photo, setPhoto] = useState(photos.find(({ id }) => String(id) === value))
	const search = usePhotoSearch(photos, open)
	// The chosen and the uploaded photo stay in the list during a search.
	const [uploaded, setUploaded] = useState<PhotoView>()
	const offered = distinct([uploaded, photo, ...search.photos])
	// A refused form may name a photograph that is no longer among the newest.
	const [isMissing] = useState(value !== '' && !photo)
	// The photograph of the saved text is among those sent with the page, unless it was removed.
	const removed = value === chosen && chosen !== '' && !photos.some(({ id }) => String(id) === chosen)
	const pick = (next: string) => setPhoto(offered.find(({ id }) => String(id) === next))

	return (
		<ChoiceGroup name="heroPhotoId" legend="Lead photograph">
			<HeroUpload onUpload={setUploaded} />
			{photo && (
				<div className={styles.shown}>
					<Picture photo={photo} sizes="20rem" small />
				</div>
			)}
			{removed && (
				<p className={styles.removed}>
					Photograph {chosen} was removed. Choose another one, or restore it from the trash.
				</p>
			)}
			<details
				className={styles.fold}
				open={refused || undefined}
				onToggle={(event) => setOpen(event.currentTarget.open)}
			>
				<summary>{photo ? 'Choose another photograph' : 'Choose a photograph'}</summary>
				<PhotoChoices
					name="heroPhotoId"
					search={search}
					offered={offered}
					picked={value}
					missing={isMissing ? value : null}
					onPick={pick}
				/>
				<div className={styles.byNumber}>
					<TextField
						name="heroPhotoNumber"
						label="Or its number"
						hint="An older photograph by the number that the photo desk shows"
						inputMode="numeric"
					/>
				</div>
			</details>
			<TextArea
				name="heroCaption"
				label="Caption here"
				value={caption}
				rows={2}
				placeholder={photo?.caption || 'The photograph’s own caption'}
			/>
		</ChoiceGroup>
	)
}

const distinct = (photos: (PhotoView | undefined)[]): PhotoView[] => [
	...new Map(photos.flatMap((photo) => (photo ? [[photo.id, photo] as const] : []))).values(),
]
