import type { ReactNode } from 'react'
import styles from './comments.module.css'

type Props = { texts: { id: number; words: ReactNode; at: string; time: string }[] }

/** Texts that the author of a comment has replaced, the newest first. */
export function FormerTexts({ texts }: Props) {
	if (texts.length === 0) return null
	return (
		<section aria-labelledby="former-texts">
			<h2 id="former-texts">Former texts</h2>
			<ol className={styles.list} aria-labelledby="former-texts">
				{texts.map(({ id, words, at, time }) => (
					<li key={id} className={styles.comment}>
						<p className={styles.time}>
							Replaced by its author on <time dateTime={at}>{time}</time>
						</p>
						<div className={styles.words}>{words}</div>
					</li>
				))}
			</ol>
		</section>
	)
}
