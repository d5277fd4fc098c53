import formStyles from '@/components/desk/form/form.module.css'
import type { CommentState } from '@/domain/comments/states'
import styles from './comments.module.css'

const LISTS: { state: CommentState; name: string }[] = [
	{ state: 'waiting', name: 'Waiting' },
	{ state: 'approved', name: 'Approved' },
	{ state: 'rejected', name: 'Rejected' },
]

type Props = {
	/** State of the list shown; null on the page of a single comment. */
	shown: CommentState | null
	query: string
	addressOf: (state: CommentState) => string
}

/** Links to the lists of comments by state, and a search within the list shown. */
export function CommentFilter({ shown, query, addressOf }: Props) {
	return (
		<>
			<nav aria-label="Comments by state">
				<ul className={styles.filter}>
					{LISTS.map(({ state, name }) => (
						<li key={state}>
							<a href={addressOf(state)} aria-current={state === shown ? 'page' : undefined}>
								{name}
							</a>
						</li>
					))}
				</ul>
			</nav>
			{shown && (
				<search>
					<form method="get" action="/desk/comments" className={styles.search}>
						{shown !== 'waiting' && <input type="hidden" name="show" value={shown} />}
						<label htmlFor="comment-query">Words, name or headline</label>
						<input
							id="comment-query"
							type="search"
							name="query"
							defaultValue={query}
							dir="auto"
							className={formStyles.input}
						/>
						<button type="submit" className={formStyles.plain}>
							Search
						</button>
						{query && (
							<a href={shown === 'waiting' ? '/desk/comments' : `/desk/comments?show=${shown}`}>Show all</a>
						)}
					</form>
				</search>
			)}
		</>
	)
}
