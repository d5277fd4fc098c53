import formStyles from '@/components/desk/form/form.module.css'
import { Tabs } from '@/components/desk/tabs'
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
			<Tabs
				label="Comments by state"
				tabs={LISTS.map(({ state, name }) => ({ href: addressOf(state), name, isCurrent: state === shown }))}
			/>
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
