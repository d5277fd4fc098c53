import type { Metadata } from 'next'
import { deskViewer } from '@/app/desk/desk-viewer'
import { noticeIn, type Search } from '@/app/desk/notices'
import { listRule } from '@/components/comments/comment-list-words'
import { PageHead } from '@/components/desk/desk-frame'
import { deskTime, type Locale } from '@/components/desk/desk-time'
import { ArrangementForm } from '@/components/desk/front-page/arrangement-form'
import { SavedArrangements } from '@/components/desk/front-page/saved-arrangements'
import { findArrangements, type SavedArrangement } from '@/domain/front-page-arrangements'
import { BLOCK_LIMITS } from '@/domain/front-page-blocks'
import { listFrontPageSections } from '@/domain/front-page-stories'
import { siteSettings } from '@/domain/settings'
import { completeSections, EMPTY_ARRANGEMENT } from '@/lib/front-page-arrangement'
import { messages } from '@/lib/messages/messages'
import { zoneName } from '@/lib/time-zone'
import { arrangeAction, removeScheduledAction, undoArrangementAction } from './actions'
import { storiesFor, toForm } from './arrangement-fields'

export const metadata: Metadata = { title: 'Front page' }

export default async function FrontPageDesk({ searchParams }: { searchParams: Search }) {
	const deskUser = await deskViewer('/desk/front-page', 'arrange the front page')
	const locale = await siteSettings()
	const { current, former, scheduled } = await findArrangements(deskUser)
	const sections = await listFrontPageSections()
	const saved = current?.arrangement ?? EMPTY_ARRANGEMENT
	const ids = sections.map(({ id }) => id)
	const arrangement = toForm({ ...saved, sections: completeSections(saved.sections, ids) }, locale.timeZone)
	const base = current?.id ?? 0
	const { feltRule, discussedRule } = messages().article
	const { days, votes, comments } = BLOCK_LIMITS
	return (
		<>
			<PageHead title="Front page" />
			<SavedArrangements
				base={base}
				current={current && `Readers see ${savedWords(current, locale)}.`}
				former={former && `Back to ${savedWords(former, locale)}`}
				scheduled={scheduled.map((each) => ({ id: each.id, words: scheduledWords(each, locale) }))}
				undo={undoArrangementAction}
				remove={removeScheduledAction}
			/>
			<ArrangementForm
				// A saved or scheduled arrangement starts the form anew.
				key={[base, ...scheduled.map(({ id }) => id)].join()}
				action={arrangeAction}
				arrangement={arrangement}
				base={base}
				stories={await storiesFor(deskUser, { query: '', arrangement, locale })}
				sections={sections}
				zone={zoneName(locale.timeZone)}
				rules={{
					felt: feltRule(days, votes),
					discussed: discussedRule(days, comments),
					latest: listRule('latest'),
					respected: listRule('respected'),
				}}
				notice={await noticeIn(searchParams)}
			/>
		</>
	)
}

function savedWords({ startsAt, savedBy, savedAt }: SavedArrangement, locale: Locale): string {
	const by = savedBy ? ` by ${savedBy}` : ''
	return startsAt > savedAt
		? `the arrangement scheduled${by} for ${deskTime(startsAt, locale)}`
		: `the arrangement saved${by}, ${deskTime(savedAt, locale)}`
}

const scheduledWords = ({ startsAt, savedBy }: SavedArrangement, locale: Locale): string =>
	`${deskTime(startsAt, locale)}${savedBy ? `, by ${savedBy}` : ''}`
