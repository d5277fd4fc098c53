'use client'

import { useState } from 'react'
import { ChoiceGroup, TextArea } from '@/components/desk/form/fields'
import { PhotoChooser, usePhotoChoice } from '@/components/desk/photos/photo-choice'
import styles from '@/components/desk/photos/photo-choice.module.css'
import { Picture } from '@/components/photos/picture'
import type { PhotoView } from '@/domain/articles/views'
import { HeroUpload } from './hero-upload'

type Props = { photos: PhotoView[]; chosen: string; caption: string }

/** Lead photograph: the chosen one in view, the others in a disclosure. */
export function HeroField({ photos, chosen, caption }: Props) {
	const choice = usePhotoChoice('heroPhotoId', photos, chosen)
	const { photo } = choice
	const [uploaded, setUploaded] = useState<PhotoView>()
	// The photograph of the saved text is among those sent with the page, unless it was removed.
	const removed = choice.value === chosen && chosen !== '' && !photos.some(({ id }) => String(id) === chosen)
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
			<PhotoChooser
				choice={choice}
				numberName="heroPhotoNumber"
				summary={photo ? 'Choose another photograph' : 'Choose a photograph'}
				uploaded={uploaded}
			/>
			<TextArea
				name="heroCaption"
				label="Caption in this story"
				value={caption}
				rows={2}
				placeholder={photo?.caption || 'The photograph’s own caption'}
			/>
		</ChoiceGroup>
	)
}
