import { FilterForm, FilterWords } from '@/components/desk/form/filter-form'
import { Tabs } from '@/components/desk/tabs'
import type { CommentState } from '@/domain/comments/states'

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
			<Tabs
				label="Comments by state"
				tabs={LISTS.map(({ state, name }) => ({ href: addressOf(state), name, isCurrent: state === shown }))}
			/>
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
