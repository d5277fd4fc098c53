import type { Metadata } from 'next'
import { deskViewer } from '@/app/desk/desk-viewer'
import { startStoryAction } from '@/app/desk/stories/actions'
import { valuesOfStory } from '@/app/desk/stories/story-fields'
import { storyOptions } from '@/app/desk/stories/story-options'
import { StoryForm } from '@/components/desk/stories/story-form'
import styles from '@/components/desk/stories/story-form.module.css'
import { EMPTY_STORY } from '@/domain/articles/fields'

export const metadata: Metadata = { title: 'New story' }

export default async function NewStoryPage() {
	const deskUser = await deskViewer('/desk/stories/new', 'write stories')
	const { choices, photos } = await storyOptions(deskUser, EMPTY_STORY)
	const [me, namesake] = choices.authors.filter(({ name }) => name === deskUser.person.name)
	const [section = { slug: '' }, ...others] = choices.sections
	const fields = {
		...EMPTY_STORY,
		section: others.length === 0 ? section.slug : '',
		bylines: me && !namesake ? [me.slug] : [],
	}
	return (
		<div className={styles.page}>
			<StoryForm
				action={startStoryAction}
				start={{ values: valuesOfStory(fields), body: fields.body }}
				choices={choices}
				photos={photos}
				status="Not saved yet"
			/>
		</div>
	)
}
