import type { Metadata } from 'next'
import { deskViewer, orErrorPage, parseId } from '@/app/desk/desk-viewer'
import { noticeIn, type Search } from '@/app/desk/notices'
import { headlineOf } from '@/app/desk/stories/headline'
import { periodName } from '@/components/counts/period-names'
import deskStyles from '@/components/desk/desk.module.css'
import { Empty, PageHead } from '@/components/desk/desk-frame'
import { deskTime, type Locale } from '@/components/desk/desk-time'
import { PageNotice } from '@/components/desk/form/page-notice'
import { BurstForm, type BurstShown } from '@/components/desk/stories/votes/burst-form'
import { PeriodTable } from '@/components/desk/stories/votes/period-table'
import { type DecisionShown, VoteDecisions } from '@/components/desk/stories/votes/vote-decisions'
import styles from '@/components/desk/stories/votes/votes.module.css'
import { findStory } from '@/domain/articles/stories'
import { siteSettings } from '@/domain/settings'
import { countVotes } from '@/domain/votes/counts'
import {
	type Burst,
	listBursts,
	listVoteDecisions,
	REASON_MAX,
	type VoteDecision,
} from '@/domain/votes/decisions'
import { decideBurstAction, undoVoteDecisionAction } from './actions'

type Props = { params: Promise<{ id: string }>; searchParams: Search }

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
	return { title: `Votes: ${await headlineOf((await params).id)}` }
}

/** The votes of a story by time, those set aside, and the decisions about them. */
export default async function StoryVotesPage({ params, searchParams }: Props) {
	const { id } = await params
	const deskUser = await deskViewer(`/desk/stories/${id}/votes`, 'decide about votes')
	const story = await orErrorPage(findStory(deskUser, parseId(id)))
	const locale = await siteSettings()
	const bursts = await listBursts(deskUser, story.id)
	const decisions = await listVoteDecisions(story.id)
	const { unit, periods } = await countVotes(story.id, locale.timeZone)
	const rows = periods.map((period) => ({ ...period, name: periodName(period, unit, locale.language) }))
	const notice = await noticeIn(searchParams)
	return (
		<>
			<PageHead title="Votes" headline={story.fields.headline}>
				<a href={`/desk/stories/${story.id}`}>Back to the story</a>
			</PageHead>
			{notice && <PageNotice text={notice} />}
			<p className={deskStyles.lead}>
				New readers of one network count up to a rate. Votes beyond it are set aside: stored and told to their
				readers, but not counted until the reader comes back another day or you decide.
			</p>
			{rows.length > 0 && <PeriodTable periods={rows} />}
			<h2 className={styles.title}>Set aside</h2>
			{bursts.length === 0 ? (
				<Empty title="No vote of this story was set aside.">
					<p>Votes that come from one network faster than readers vote are listed here.</p>
				</Empty>
			) : (
				<ol className={styles.list}>
					{bursts.map((burst, index) => (
						<BurstForm
							key={burst.id}
							number={index + 1}
							storyId={story.id}
							burst={burstShown(burst, locale)}
							reasonMax={REASON_MAX}
							action={decideBurstAction}
						/>
					))}
				</ol>
			)}
			{decisions.length > 0 && (
				<>
					<h2 className={styles.title}>Decisions</h2>
					<VoteDecisions
						storyId={story.id}
						decisions={decisions.map((decision) => decisionShown(decision, locale))}
						action={undoVoteDecisionAction}
					/>
				</>
			)}
		</>
	)
}

const burstShown = ({ first, last, choices, ...burst }: Burst, locale: Locale): BurstShown => ({
	...burst,
	times: `One network, ${deskTime(first, locale)} to ${deskTime(last, locale)}`,
	choices: choices.map(({ choice, kind, votes }) => ({
		name: kind === 'mood' ? choice : `${choice} stars`,
		votes,
	})),
})

const decisionShown = (
	{ decidedAt, undoneAt, ...decision }: VoteDecision,
	locale: Locale,
): DecisionShown => ({
	...decision,
	time: deskTime(decidedAt, locale),
	undone: undoneAt && deskTime(undoneAt, locale),
})
