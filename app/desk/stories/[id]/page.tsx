import type { Metadata } from 'next'
import { deskViewer, orErrorPage, parseId } from '@/app/desk/desk-viewer'
import { noticeIn, paramsIn, type Search } from '@/app/desk/notices'
import { storyAction } from '@/app/desk/stories/actions'
import { discardAutosaveAction } from '@/app/desk/stories/autosave-actions'
import { checksFor } from '@/app/desk/stories/checks'
import { addCorrectionAction } from '@/app/desk/stories/corrections/actions'
import { headlineOf } from '@/app/desk/stories/headline'
import { valuesOfStory } from '@/app/desk/stories/story-fields'
import { storyOptions } from '@/app/desk/stories/story-options'
import { startFrom, takenText, unsavedTexts } from '@/app/desk/stories/unsaved-texts'
import { deskTime, type Locale } from '@/components/desk/desk-time'
import { PageNotice } from '@/components/desk/form/page-notice'
import { CorrectionForm } from '@/components/desk/stories/correction-form'
import { editorWords } from '@/components/desk/stories/presence/editor-words'
import { PublishPanel } from '@/components/desk/stories/publish-panel'
import { StoryForm } from '@/components/desk/stories/story-form'
import styles from '@/components/desk/stories/story-form.module.css'
import type { InitialStory } from '@/components/desk/stories/story-initial'
import { stateWords } from '@/components/desk/stories/story-state'
import { checkStory } from '@/domain/articles/checklist'
import { publicationToken } from '@/domain/articles/publication'
import { findStory, type StoryDraft } from '@/domain/articles/stories'
import { listEditors } from '@/domain/articles/story-editors'
import { findUndoable, type Undoable } from '@/domain/articles/undo'
import { correctionsOf } from '@/domain/corrections'
import { can } from '@/domain/permissions'
import { siteSettings } from '@/domain/settings'
import { toLocalDateTime, zoneName } from '@/lib/time-zone'
import { Work } from './work'

type Props = { params: Promise<{ id: string }>; searchParams: Search }

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
	return { title: await headlineOf((await params).id) }
}

export default async function StoryPage({ params, searchParams }: Props) {
	const { id } = await params
	const deskUser = await deskViewer(`/desk/stories/${id}`, 'write stories')
	const story = await orErrorPage(findStory(deskUser, parseId(id)))
	const { choices, photos } = await storyOptions(deskUser, story.fields)
	const locale = await siteSettings()
	const notice = await noticeIn(searchParams)
	const mayPublish = can(deskUser, 'publish stories')
	const taken = await takenText(deskUser, story.id, (await paramsIn(searchParams)).autosave)
	const localTime = story.publishAt ? toLocalDateTime(story.publishAt, locale.timeZone) : ''
	return (
		<div className={styles.page}>
			<StoryForm
				key={story.id}
				action={storyAction}
				start={startFrom(startOf(story, locale, mayPublish, await findUndoable(deskUser, story.id)), taken)}
				personId={deskUser.person.id}
				email={deskUser.person.email ?? ''}
				editors={editorWords(await listEditors(deskUser, story.id), locale)}
				locale={{ language: locale.language, timeZone: locale.timeZone }}
				kept={await unsavedTexts(deskUser, story.id, locale, taken?.token)}
				discard={discardAutosaveAction}
				notice={notice && <PageNotice text={notice} className={styles.notice} />}
				choices={choices}
				photos={photos}
				status={`Saved ${deskTime(story.savedAt, locale)}${story.savedBy ? ` by ${story.savedBy}` : ''}`}
			>
				<PublishPanel
					story={story}
					checks={await checksFor(deskUser, await checkStory(story.headRevisionId))}
					mayPublish={mayPublish}
					zone={zoneName(locale.timeZone)}
					scheduledFor={story.state === 'scheduled' ? localTime : ''}
					publishedOn={story.state === 'scheduled' ? '' : localTime}
					time={story.publishAt ? deskTime(story.publishAt, locale) : ''}
				/>
			</StoryForm>
			<Work viewer={deskUser} story={story} locale={locale}>
				{(story.state === 'live' || story.state === 'withdrawn') && (
					<CorrectionForm
						action={addCorrectionAction}
						storyId={story.id}
						corrections={await correctionsOf(story.id)}
						locale={locale}
						mayAdd={mayPublish}
					/>
				)}
			</Work>
		</div>
	)
}

function startOf(
	story: StoryDraft,
	locale: Locale,
	mayPublish: boolean,
	undoable: Undoable | null,
): InitialStory {
	const { id, headRevisionId, publishedRevisionId, changed, fields, slug } = story
	return {
		id,
		revisionId: headRevisionId,
		publication: publicationToken(story),
		state: stateWords({ ...story, changed, locale }),
		changed,
		mayPublish,
		undo: undoable ? { event: undoable.events[0] ?? 0, left: undoable.left } : undefined,
		slugLocked:
			publishedRevisionId && !mayPublish ? 'Readers know this address; an editor can change it' : undefined,
		values: valuesOfStory(fields, slug),
		body: fields.body,
	}
}
