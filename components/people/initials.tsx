import styles from './initials.module.css'

const INITIALS_MAX = 2

/** Initials in place of a portrait; always printed beside the full name. */
export function Initials({ name }: { name: string }) {
	const letters = name
		.split(/\s+/)
		.flatMap((word) => word.match(/\p{L}/u) ?? [])
		.map((letter) => letter.toUpperCase())
	const shown = letters.length > INITIALS_MAX ? [letters[0], letters.at(-1)] : letters
	return (
		<span className={styles.initials} aria-hidden="true">
			{shown.join('')}
		</span>
	)
}
