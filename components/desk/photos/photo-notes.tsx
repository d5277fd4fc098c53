import type { MetadataNotes } from '@/domain/photos/metadata'
import styles from './photos.module.css'

const LABELS = {
	instructions: 'Special instructions',
	headline: 'Headline',
	country: 'Country',
	keywords: 'Keywords',
} as const

/** Metadata of the file for the newsroom; not shown to readers. */
export function PhotoNotes({ notes }: { notes: MetadataNotes }) {
	const found = (Object.keys(LABELS) as (keyof typeof LABELS)[]).filter((name) => notes[name])
	if (found.length === 0) return null
	return (
		<section className={styles.notes} aria-labelledby="notes-title">
			<h2 id="notes-title">In the file</h2>
			<dl>
				{found.map((name) => (
					<div key={name} className={name === 'instructions' ? styles.instructions : undefined}>
						<dt>{LABELS[name]}</dt>
						<dd dir="auto">{notes[name]}</dd>
					</div>
				))}
			</dl>
		</section>
	)
}
