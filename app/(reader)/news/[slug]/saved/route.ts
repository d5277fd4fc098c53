import { articleFormRoute } from '@/app/_http/article-form-route'
import { isSaved, removeSaved, saveArticle } from '@/domain/reading-list'
import { READING_LIST_PATH } from '@/lib/reading-list-path'

/** Puts a story into the reading list, or takes it out; a full list is shown with the refusal. */
export const POST = articleFormRoute({
	limit: 'save',
	page: () => READING_LIST_PATH,
	run: async (viewer, { id, slug }, { saved }) => {
		if (saved === 'no') await removeSaved(viewer, id)
		else await saveArticle(viewer, id)
		return { location: `/news/${slug}#saving`, data: async () => ({ saved: await isSaved(viewer, id) }) }
	},
})
