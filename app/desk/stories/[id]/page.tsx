import type { Metadata } from 'next'
import { deskViewer, numberIn, orProblem } from '@/app/desk/desk-viewer'
import { noticeIn, type Search } from '@/app/desk/notices'
import { storyAction } from '@/app/desk/stories/actions'
import { headlineOf } from '@/app/desk/stories/headline'
import { storyChoices } from '@/app/desk/stories/story-choices'
import { valuesOfStory } from '@/app/desk/stories/story-fields'
import { type Clock, deskTime } from '@/components/desk/desk-time'
import { PageNotice } from '@/components/desk/form/page-notice'
import { PublishPanel } from '@/components/desk/stories/publish-panel'
import { StoryForm } from '@/components/desk/stories/story-form'
import styles from '@/components/desk/stories/story-form.module.css'
import type { StoryStart } from '@/components/desk/stories/story-start'
import { stateWords } from '@/components/desk/stories/story-state'
import { checkStory } from '@/domain/articles/checklist'
import { findStory, type StoryDraft } from '@/domain/articles/desk'
import { publicationToken } from '@/domain/articles/publication'
import { may } from '@/domain/permissions'
import { siteSettings } from '@/domain/settings'
import { localTimeOf, zoneName } from '@/lib/zoned-time'

type Props = { params: Promise<{ id: string }>; searchParams: Search }

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
	return { title: await headlineOf((await params).id) }
}

export default async function StoryPage({ params, searchParams }: Props) {
	const { id } = await params
	const who = await deskViewer(`/desk/stories/${id}`, 'write stories')
	const story = await orProblem(findStory(who, numberIn(id)))
	const { choices, photos } = await storyChoices(who, story.fields)
	const clock = await siteSettings()
	const notice = await noticeIn(searchParams)
	const mayPublish = may(who, 'publish stories')
	return (
		<div className={styles.page}>
			{notice && <PageNotice text={notice} className={styles.notice} />}
			<StoryForm
				key={story.id}
				action={storyAction}
				start={startOf(story, clock, mayPublish)}
				choices={choices}
				photos={photos}
				status={`Saved ${deskTime(story.savedAt, clock)}${story.savedBy ? ` by ${story.savedBy}` : ''}`}
			>
				<PublishPanel
					story={story}
					checklist={await checkStory(story.headRevisionId)}
					mayPublish={mayPublish}
					zone={zoneName(clock.timeZone)}
					scheduledFor={story.publishAt ? localTimeOf(story.publishAt, clock.timeZone) : ''}
					time={story.publishAt ? deskTime(story.publishAt, clock) : ''}
				/>
			</StoryForm>
		</div>
	)
}

function startOf(story: StoryDraft, clock: Clock, mayPublish: boolean): StoryStart {
	const { id, headRevisionId, publishedRevisionId, changed, fields, slug } = story
	return {
		id,
		revisionId: headRevisionId,
		publication: publicationToken(story),
		state: stateWords({ ...story, changed, clock }),
		slugLocked:
			publishedRevisionId && !mayPublish ? 'Readers know this address; an editor can change it' : undefined,
		values: valuesOfStory(fields, slug),
		body: fields.body,
	}
}
