import { responsesAction } from '@/app/desk/stories/work-actions'
import { COMMENTERS, COMMENTS_STATES } from '@/components/desk/form/who-may-comment'
import { ResponsesForm } from '@/components/desk/stories/responses-form'
import { sectionAt } from '@/domain/articles/section-address'
import type { StoryDraft } from '@/domain/articles/stories'
import type { SiteSettings } from '@/domain/settings'

/** The form of a story's comments, moods and stars, with the settings of its section and the site. */
export async function Responses({ story, site }: { story: StoryDraft; site: SiteSettings }) {
	const { id, choices, fields } = story
	const section = fields.section ? await sectionAt(fields.section) : null
	const policy = section?.commentsPolicy ?? site.commentsPolicy
	const days = section?.commentsCloseAfterDays ?? site.commentsCloseAfterDays
	const closing = days > 0 && policy !== 'closed' ? `, closed after ${days} days` : ''
	return (
		<ResponsesForm
			storyId={id}
			values={{
				commentsPolicy: choices.commentsPolicy ?? '',
				commentsFrom: choices.commentsFrom ?? '',
				commentsClosedReason: choices.commentsClosedReason ?? '',
				moodsShown: fieldValue(choices.moodsShown),
				ratingsShown: fieldValue(choices.ratingsShown),
			}}
			site={{
				comments: COMMENTS_STATES[policy] + closing,
				from: COMMENTERS[section?.commentsFrom ?? site.commentsFrom],
				moods: site.moodsShown ? 'shown' : 'not shown',
				ratings: site.ratingsShown ? 'shown' : 'not shown',
			}}
			action={responsesAction}
		/>
	)
}

const fieldValue = (shown: boolean | null): string => (shown === null ? '' : shown ? 'yes' : 'no')
