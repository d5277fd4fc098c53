'use client'

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { TextField } from '@/components/desk/form/fields'
import formStyles from '@/components/desk/form/form.module.css'
import { useField, useForm } from '@/components/desk/form/form-context'
import { Picture } from '@/components/photos/picture'
import type { PhotoView } from '@/domain/articles/views'
import styles from './photo-choice.module.css'
import { type PhotoSearch, usePhotoSearch } from './photo-search'

/** The photograph of a field: that of a refused form, else the given one. */
export function usePhotoChoice(name: string, photos: PhotoView[], chosen: string) {
	const { value } = useField(name, chosen)
	const [given] = useState(photos.find(({ id }) => String(id) === value))
	const [photo, setPhoto] = useState(given)
	return { name, photos, value, given, photo, setPhoto }
}

type ChooserProps = {
	choice: ReturnType<typeof usePhotoChoice>
	/** Field of the number of an older photograph, without scripts. */
	numberName: string
	summary: string
	uploaded?: PhotoView | undefined
}

/** Photographs of the library as radio buttons in a disclosure, with a search in it. */
export function PhotoChooser({ choice, numberName, summary, uploaded }: ChooserProps) {
	const { name, photos, value, given, photo, setPhoto } = choice
	const { field } = useForm().state
	const [open, setOpen] = useState(false)
	const search = usePhotoSearch(photos, open)
	// The chosen and the uploaded photo stay in the list during a search.
	const offered = distinct([uploaded, photo, ...search.photos])
	// A refused form may name a photograph that is no longer among the newest.
	const [missing] = useState(photo ? '' : value)
	const place = useRef<HTMLDetailsElement>(null)
	useEffect(() => {
		const form = place.current?.closest('form')
		const showGiven = () => setPhoto(given)
		form?.addEventListener('reset', showGiven)
		return () => form?.removeEventListener('reset', showGiven)
	}, [given, setPhoto])
	const choices = [
		{ value: '', label: 'None' },
		...(missing ? [{ value: missing, label: `Photograph ${missing}` }] : []),
		...offered.map((each) => ({
			value: String(each.id),
			label: each.caption || `Photograph ${each.id}`,
			photo: each,
		})),
	]
	return (
		<details
			ref={place}
			className={styles.fold}
			open={field === name || field === numberName || undefined}
			onToggle={(event) => setOpen(event.currentTarget.open)}
		>
			<summary>{summary}</summary>
			<Search {...search} />
			<div className={styles.grid}>
				{choices.map((each) => (
					<Choice
						key={each.value}
						{...each}
						name={name}
						picked={value}
						onPick={(next) => setPhoto(offered.find(({ id }) => String(id) === next))}
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
					name={numberName}
					label="Or its number"
					hint="An older photograph by the number that the photo desk shows"
					inputMode="numeric"
				/>
			</div>
		</details>
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
	name: string
	value: string
	picked: string
	label: string
	photo?: PhotoView
	onPick: (value: string) => void
}

function Choice({ name, value, picked, label, photo, onPick }: ChoiceProps) {
	return (
		<label className={styles.choice}>
			<input
				type="radio"
				name={name}
				value={value}
				defaultChecked={value === picked}
				onChange={() => onPick(value)}
			/>
			{photo && <Picture photo={{ ...photo, alt: '' }} sizes="10rem" small />}
			<span dir="auto">{label}</span>
		</label>
	)
}
