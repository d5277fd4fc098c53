'use client'

import { useState } from 'react'
import { ChoiceGroup, FileField, TextField } from '@/components/desk/form/fields'
import { useField, useForm } from '@/components/desk/form/form-context'
import { PhotoChoices } from '@/components/desk/photos/photo-choice'
import styles from '@/components/desk/photos/photo-choice.module.css'
import { usePhotoSearch } from '@/components/desk/photos/photo-search'
import { Picture } from '@/components/photos/picture'
import type { PhotoView } from '@/domain/articles/views'
import { PHOTO_TYPES } from '@/lib/photo-paths'
import peopleStyles from './people.module.css'

type Props = { photos: PhotoView[]; chosen: string }

/** Portrait or logo: uploaded, or chosen from the photo desk. */
export function PictureField({ photos, chosen }: Props) {
	const { value } = useField('photoId', chosen)
	const { field } = useForm().state
	const [open, setOpen] = useState(false)
	const [photo, setPhoto] = useState(photos.find(({ id }) => String(id) === value))
	const search = usePhotoSearch(photos, open)
	const away = photo && !search.photos.some(({ id }) => id === photo.id)
	const offered = away ? [photo, ...search.photos] : search.photos
	const [isMissing] = useState(value !== '' && !photo)
	return (
		<ChoiceGroup name="photoId" legend="Picture" hint="Stands beside the name, cropped to a square.">
			{photo && (
				<div className={peopleStyles.portrait}>
					<Picture photo={{ ...photo, alt: '' }} sizes="6rem" small />
				</div>
			)}
			<FileField
				name="photo"
				label="Upload one"
				hint="JPEG, PNG or WebP. It is kept at the photo desk."
				accept={PHOTO_TYPES.join(',')}
			/>
			<details
				className={styles.fold}
				open={field === 'photoId' || field === 'photoNumber' || undefined}
				onToggle={(event) => setOpen(event.currentTarget.open)}
			>
				<summary>{photo ? 'Choose another, or none' : 'Choose from the photo desk'}</summary>
				<PhotoChoices
					name="photoId"
					search={search}
					offered={offered}
					picked={value}
					missing={isMissing ? value : null}
					onPick={(next) => setPhoto(offered.find(({ id }) => String(id) === next))}
				/>
				<div className={styles.byNumber}>
					<TextField
						name="photoNumber"
						label="Or its number"
						hint="An older photograph by the number that the photo desk shows"
						inputMode="numeric"
					/>
				</div>
			</details>
		</ChoiceGroup>
	)
}
