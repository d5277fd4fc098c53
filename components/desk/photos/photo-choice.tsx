'use client'

import { type KeyboardEvent, useId } from 'react'
import formStyles from '@/components/desk/form/form.module.css'
import { Picture } from '@/components/photos/picture'
import type { PhotoView } from '@/domain/articles/views'
import styles from './photo-choice.module.css'
import type { PhotoSearch } from './photo-search'

type OffersProps = {
	/** Field of the chosen photograph. */
	name: string
	search: PhotoSearch
	offered: PhotoView[]
	picked: string
	/** A chosen photograph that is not among the offered ones, by its number. */
	missing?: string | null
	onPick: (value: string) => void
}

/** Photographs of the library as radio buttons, with a search in it. */
export function PhotoChoices({ name, search, offered, picked, missing, onPick }: OffersProps) {
	return (
		<>
			<Search {...search} />
			<div className={styles.grid}>
				<Choice name={name} value="" picked={picked} onPick={onPick} label="None" />
				{missing && (
					<Choice
						name={name}
						value={missing}
						picked={picked}
						onPick={onPick}
						label={`Photograph ${missing}`}
					/>
				)}
				{offered.map((each) => (
					<Choice
						key={each.id}
						name={name}
						value={String(each.id)}
						picked={picked}
						onPick={onPick}
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
		</>
	)
}

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
