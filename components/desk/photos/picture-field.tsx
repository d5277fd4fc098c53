'use client'

import type { ReactNode } from 'react'
import { ChoiceGroup } from '@/components/desk/form/fields'
import { PhotoChooser, usePhotoChoice } from '@/components/desk/photos/photo-choice'
import { Picture } from '@/components/photos/picture'
import type { PhotoView } from '@/domain/articles/views'
import styles from './photo-choice.module.css'

type Props = {
	legend: string
	hint?: string
	photos: PhotoView[]
	chosen: string
	/** Whether readers see the picture as a square. */
	square?: boolean
	/** Fields above the choice, such as one for a file. */
	children?: ReactNode
}

/** Picture of a person or an advertisement, chosen from the photo desk. */
export function PictureField({ legend, hint, photos, chosen, square, children }: Props) {
	const choice = usePhotoChoice('photoId', photos, chosen)
	const { photo } = choice
	return (
		<ChoiceGroup name="photoId" legend={legend} hint={hint}>
			{photo && (
				<div className={square ? styles.square : styles.shown}>
					<Picture photo={{ ...photo, alt: '' }} sizes={square ? '6rem' : '20rem'} small />
				</div>
			)}
			{children}
			<PhotoChooser
				choice={choice}
				numberName="photoNumber"
				summary={photo ? 'Choose another, or none' : 'Choose from the photo desk'}
			/>
		</ChoiceGroup>
	)
}
