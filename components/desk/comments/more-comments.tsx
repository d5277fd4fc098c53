import styles from './comments.module.css'

type Props = {
	/** The addresses of the beginning of the list and of what follows; null where there is none. */
	start: string | null
	more: string | null
	oldestFirst: boolean
}

export function MoreComments({ start, more, oldestFirst }: Props) {
	if (!start && !more) return null
	return (
		<nav className={styles.more} aria-label="Pages of comments">
			{start && <a href={start}>{oldestFirst ? 'Oldest comments' : 'Newest comments'}</a>}
			{more && (
				<a href={more} rel="next">
					{oldestFirst ? 'Later comments' : 'Earlier comments'}
				</a>
			)}
		</nav>
	)
}
