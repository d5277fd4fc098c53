import deskStyles from '@/components/desk/desk.module.css'
import { FilterChoice, FilterForm, FilterWords } from '@/components/desk/form/filter-form'
import { Tabs } from '@/components/desk/tabs'
import type { ListedState } from '@/domain/comments/states'
import { MODERATION_PHASES, type ModerationPhase } from '@/lib/moderation-phases'
import { PHASE_NAMES } from './reason-words'

const LISTS: { state: ListedState; name: string }[] = [
	{ state: 'waiting', name: 'Waiting' },
	{ state: 'approved', name: 'Approved' },
	{ state: 'rejected', name: 'Rejected' },
	{ state: 'spam', name: 'Spam' },
	{ state: 'all', name: 'All' },
]

/** Phases that hold comments; the others only refuse them. */
const HOLDING = MODERATION_PHASES.filter((phase) => phase !== 'length' && phase !== 'closed')

type Props = {
	/** State of the list shown; null on the page of a single comment. */
	shown: ListedState | null
	query: string
	phase: ModerationPhase | null
	/** A story to which the list is narrowed, in words. */
	narrowed: string | null
	/** Parameters that the search keeps. */
	hidden: Record<string, string>
	/** Path of the list without its filters; null while nothing is filtered. */
	all: string | null
	addressOf: (state: ListedState) => string
}

/** Links to the lists of comments by state, and a search within the list shown. */
export function CommentFilter({ shown, query, phase, narrowed, hidden, all, addressOf }: Props) {
	return (
		<>
			<Tabs
				label="Comments by state"
				tabs={LISTS.map(({ state, name }) => ({ href: addressOf(state), name, isCurrent: state === shown }))}
			/>
			{shown && (
				<FilterForm action="/desk/comments" label="Find comments" button="Filter" all={all} hidden={hidden}>
					<FilterWords name="query" label="Words, name or headline" value={query} />
					<FilterChoice
						name="phase"
						label="Held by"
						all="Any or no rule"
						value={phase ?? ''}
						options={HOLDING.map((value) => ({ value, label: PHASE_NAMES[value] }))}
					/>
				</FilterForm>
			)}
			{narrowed && (
				<p className={deskStyles.soft} dir="auto">
					{narrowed}
				</p>
			)}
		</>
	)
}
