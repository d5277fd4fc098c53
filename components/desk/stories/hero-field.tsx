'use client'

import { type KeyboardEvent, useId, useState } from 'react'
import { ChoiceGroup, TextArea, TextField } from '@/components/desk/form/fields'
import formStyles from '@/components/desk/form/form.module.css'
import { useField, useForm } from '@/components/desk/form/form-context'
import { type PhotoSearch, usePhotoSearch } from '@/components/desk/photos/photo-search'
import { Picture } from '@/components/photos/picture'
import type { PhotoView } from '@/domain/articles/views'
import styles from './hero-field.module.css'
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
	const pick = (next: string) => setPhoto(offered.find(({ id }) => String(id) === next))

	return (
		<ChoiceGroup name="heroPhotoId" legend="Lead photograph">
			<HeroUpload onUpload={setUploaded} />
			{photo && (
				<div className={styles.shown}>
					<Picture photo={photo} sizes="20rem" small />
				</div>
			)}
			<details
				className={styles.fold}
				open={refused || undefined}
				onToggle={(event) => setOpen(event.currentTarget.open)}
			>
				<summary>{photo ? 'Choose another photograph' : 'Choose a photograph'}</summary>
				<Search {...search} />
				<div className={styles.grid}>
					<Choice value="" picked={value} onPick={pick} label="None" />
					{isMissing && <Choice value={value} picked={value} onPick={pick} label={`Photograph ${value}`} />}
					{offered.map((each) => (
						<Choice
							key={each.id}
							value={String(each.id)}
							picked={value}
							onPick={pick}
							label={each.caption || `Photograph ${each.id}`}
							photo={each}
						/>
					))}
				</div>
				{search.more && (
					<button type="button" className={formStyles.plain} onClick={search.showMore}>
						Show more
					</button>
				)}
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

function Search({ search, setSearch, status }: PhotoSearch) {
	const id = useId()
	return (
		<div className={styles.search}>
			<label htmlFor={id}>Find by caption, credit or number</label>
			<input
				id={id}
				type="search"
				dir="auto"
				value={search}
				autoComplete="off"
				className={formStyles.input}
				onChange={(event) => setSearch(event.target.value)}
				// A search does not change the story, and Enter does not submit the form.
				onInput={(event) => event.stopPropagation()}
				onKeyDown={keepFromSending}
			/>
			<p role="status">{status}</p>
		</div>
	)
}

function keepFromSending(event: KeyboardEvent): void {
	if (event.key === 'Enter') event.preventDefault()
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
			<span dir="auto">{label}</span>
		</label>
	)
}
