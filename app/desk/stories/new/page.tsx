import type { Metadata } from 'next'
import { deskViewer } from '@/app/desk/desk-viewer'
import { noticeIn, paramsIn, type Search } from '@/app/desk/notices'
import { startStoryAction } from '@/app/desk/stories/actions'
import { discardAutosaveAction } from '@/app/desk/stories/autosave-actions'
import { valuesOfStory } from '@/app/desk/stories/story-fields'
import { storyOptions } from '@/app/desk/stories/story-options'
import { startFrom, takenText, unsavedTexts } from '@/app/desk/stories/unsaved-texts'
import { PageNotice } from '@/components/desk/form/page-notice'
import { StoryForm } from '@/components/desk/stories/story-form'
import styles from '@/components/desk/stories/story-form.module.css'
import { EMPTY_STORY } from '@/domain/articles/fields'
import { siteSettings } from '@/domain/settings'

export const metadata: Metadata = { title: 'New story' }

export default async function NewStoryPage({ searchParams }: { searchParams: Search }) {
	const deskUser = await deskViewer('/desk/stories/new', 'write stories')
	const { choices, photos } = await storyOptions(deskUser, EMPTY_STORY)
	const [me, namesake] = choices.authors.filter(({ name }) => name === deskUser.person.name)
	const [section = { slug: '' }, ...others] = choices.sections
	const fields = {
		...EMPTY_STORY,
		section: others.length === 0 ? section.slug : '',
		bylines: me && !namesake ? [me.slug] : [],
	}
	const { language, timeZone } = await siteSettings()
	const locale = { language, timeZone }
	const taken = await takenText(deskUser, null, (await paramsIn(searchParams)).autosave)
	const notice = await noticeIn(searchParams)
	return (
		<div className={styles.page}>
			<StoryForm
				action={startStoryAction}
				start={startFrom({ values: valuesOfStory(fields), body: fields.body }, taken)}
				personId={deskUser.person.id}
				email={deskUser.person.email ?? ''}
				editors={[]}
				locale={locale}
				kept={await unsavedTexts(deskUser, null, locale, taken?.token)}
				discard={discardAutosaveAction}
				notice={notice && <PageNotice text={notice} className={styles.notice} />}
				choices={choices}
				photos={photos}
				status="Not saved yet"
			/>
		</div>
	)
}
