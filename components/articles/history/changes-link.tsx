import { phrase } from '@/components/layout/phrase'
import { messages } from '@/lib/messages/messages'
import styles from '../foot.module.css'

type Props = { slug: string; changes: number }

/** Link to the public history of a story; renders null for an unchanged story. */
export function ChangesLink({ slug, changes }: Props) {
	if (changes === 0) return null
	const { changedSince, changedTimes } = messages().article
	return (
		<p className={`${styles.note} ${styles.changes}`}>
			{phrase(changedSince(<a href={`/news/${slug}/history`}>{changedTimes(changes)}</a>))}
		</p>
	)
}
