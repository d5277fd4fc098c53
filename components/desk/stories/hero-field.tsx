'use client'

import { useState } from 'react'
import { ChoiceGroup, TextArea } from '@/components/desk/form/fields'
import { useField } from '@/components/desk/form/form-context'
import { Picture } from '@/components/photos/picture'
import type { PhotoView } from '@/domain/articles/views'
import styles from './hero-field.module.css'

type Props = { photos: PhotoView[]; chosen: string; caption: string }

/** The lead photograph: the one chosen in view, the others behind a fold. */
export function HeroField({ photos, chosen, caption }: Props) {
	const { value } = useField('heroPhotoId', chosen)
	const [picked, setPicked] = useState(value)
	const photo = photos.find(({ id }) => String(id) === picked)
	return (
		<ChoiceGroup name="heroPhotoId" legend="Lead photograph">
			{photo && (
				<div className={styles.shown}>
					<Picture photo={photo} sizes="20rem" small />
				</div>
			)}
			<details className={styles.fold}>
				<summary>{photo ? 'Choose another photograph' : 'Choose a photograph'}</summary>
				<div className={styles.grid}>
					<Choice value="" picked={value} onPick={setPicked} label="None" />
					{photos.map((each) => (
						<Choice
							key={each.id}
							value={String(each.id)}
							picked={value}
							onPick={setPicked}
							label={each.caption || `Photograph ${each.id}`}
							photo={each}
						/>
					))}
				</div>
				<p className={styles.more}>
					Not here? <a href="/desk/photographs">Add a photograph</a> first, then come back.
				</p>
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

type ChoiceProps = {
	value: string
	picked: string
	label: string
	photo?: PhotoView
	onPick: (value: string) => void
}

function Choice({ value, picked, label, photo, onPick }: ChoiceProps) {
	return (
		<label className={styles.choice}>
			<input
				type="radio"
				name="heroPhotoId"
				value={value}
				defaultChecked={value === picked}
				onChange={() => onPick(value)}
			/>
			{photo && <Picture photo={{ ...photo, alt: '' }} sizes="10rem" small />}
			<span>{label}</span>
		</label>
	)
}
