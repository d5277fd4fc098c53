import { parseMarkdown } from '@/domain/body/markdown'
import { findPage, savePage, startPage } from '@/domain/pages/pages'
import type { Step } from './newsroom'

/** Writes of the newsroom's own pages. */
export const PAGE_STEPS: Record<string, Step> = {
	'publish a page': {
		staleness: 'now',
		take: async ({ editor, pages }, number) => {
			const fields = { title: `About us ${number}`, body: parseMarkdown(`We print since ${Date.now()}.`) }
			if (number % 3 === 0 || pages.length === 0)
				pages.push(await startPage(editor, { ...fields, slug: `page-${pages.length + 1}` }))
			const { id, headRevisionId } = await findPage(editor, pages[number % pages.length] ?? 0)
			await savePage(editor, id, headRevisionId, fields, number % 4 ? 'publish' : 'unpublish')
		},
	},
}
