import styles from '../foot.module.css'

type Props = { slug: string; changes: number }

/** Link to the public history of a story; renders null for an unchanged story. */
export function ChangesLink({ slug, changes }: Props) {
	if (changes === 0) return null
	return (
		<p className={`${styles.note} ${styles.changes}`}>
			<a href={`/news/${slug}/history`}>{changes === 1 ? 'Changed once' : `Changed ${changes} times`}</a>{' '}
			since it was first published
		</p>
	)
}
