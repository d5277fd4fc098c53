import { SaveStory } from '@/components/reading/save-story'
import { isSaved } from '@/domain/reading-list'
import type { Part } from './part'

type Props = { articleId: number; slug: string }

/** Button of the reading list, with the reader's state. */
export const SAVE_STORY: Part<Props> = {
	name: 'save-story',
	render: async ({ articleId, slug }, { viewer }) => (
		<SaveStory slug={slug} saved={await isSaved(viewer, articleId)} />
	),
}
