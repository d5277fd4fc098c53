import styles from './comments.module.css'

type Props = {
	/** URLs of the first and the next page of the list; null where there is none. */
	start: string | null
	more: string | null
	oldestFirst: boolean
	isSearch: boolean
}

export function MoreComments({ start, more, oldestFirst, isSearch }: Props) {
	if (!start && !more) return null
	const others = oldestFirst ? 'later comments' : 'earlier comments'
	return (
		<nav className={styles.more} aria-label="Pages of comments">
			{start && <a href={start}>{oldestFirst ? 'Oldest comments' : 'Newest comments'}</a>}
			{more && (
				<a href={more} rel="next">
					{isSearch ? `Search ${others}` : `Show ${others}`}
				</a>
			)}
		</nav>
	)
}
