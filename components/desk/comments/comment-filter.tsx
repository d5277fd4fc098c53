import { FilterForm, FilterWords } from '@/components/desk/form/filter-form'
import type { CommentState } from '@/domain/comments/states'
import styles from './comments.module.css'

const LISTS: { state: CommentState; name: string }[] = [
	{ state: 'waiting', name: 'Waiting' },
	{ state: 'approved', name: 'Approved' },
	{ state: 'rejected', name: 'Rejected' },
]

const listOf = (state: CommentState) =>
	state === 'waiting' ? '/desk/comments' : `/desk/comments?show=${state}`

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
				<FilterForm
					action="/desk/comments"
					label="Find comments"
					button="Search"
					all={query ? listOf(shown) : null}
					hidden={shown === 'waiting' ? {} : { show: shown }}
				>
					<FilterWords name="query" label="Words, name or headline" value={query} />
				</FilterForm>
			)}
		</>
	)
}
