import { responsesAction } from '@/app/desk/stories/work-actions'
import { ResponsesForm } from '@/components/desk/stories/responses-form'
import type { StoryDraft } from '@/domain/articles/stories'
import type { SiteSettings } from '@/domain/settings'

const POLICY_WORDS = { open: 'open', premoderated: 'each waits for approval', closed: 'closed' }

/** The form of a story's comments, moods and stars, with the site's settings. */
export function Responses({ story: { id, choices }, site }: { story: StoryDraft; site: SiteSettings }) {
	const { commentsPolicy, moodsShown, ratingsShown, commentsCloseAfterDays: days } = site
	const closing = days > 0 && commentsPolicy !== 'closed' ? `, closed after ${days} days` : ''
	return (
		<ResponsesForm
			storyId={id}
			values={{
				commentsPolicy: choices.commentsPolicy ?? '',
				moodsShown: fieldValue(choices.moodsShown),
				ratingsShown: fieldValue(choices.ratingsShown),
			}}
			site={{
				comments: POLICY_WORDS[commentsPolicy] + closing,
				moods: moodsShown ? 'shown' : 'not shown',
				ratings: ratingsShown ? 'shown' : 'not shown',
			}}
			action={responsesAction}
		/>
	)
}

const fieldValue = (shown: boolean | null): string => (shown === null ? '' : shown ? 'yes' : 'no')
