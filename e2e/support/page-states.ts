import type { Page } from '@playwright/test'
import { parseMarkdown } from '@/domain/body/markdown'
import { findPage, savePage, startPage } from '@/domain/pages/pages'
import type { StaffViewer } from '@/domain/permissions'
import { expect, externalWriteNoticed, signIn, viewerOf } from './test'

const LONG_WORD = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'

/** A page with two versions, of which readers see the first. */
async function createPage() {
	const owner = await viewerOf('owner')
	const slug = `page-${crypto.randomUUID()}`
	const text = (words: string) =>
		parseMarkdown(
			`## ${words}\n\n- ${LONG_WORD}\n\n> ${words}\n\nMore is at [https://example.org/](https://example.org/).`,
		)
	const fields = { title: `Über die ${LONG_WORD}`.slice(0, 80), body: text('Who we are') }
	const id = await startPage(owner, { ...fields, slug })
	const { headRevisionId } = await findPage(owner, id)
	await savePage(owner, id, headRevisionId, fields, 'publish')
	await savePage(owner, id, headRevisionId, { ...fields, body: text('Who we were') })
	await externalWriteNoticed()
	return { id, slug, hide: () => hidePage(owner, id) }
}

/** Takes a page off the site, so that its long title leaves the footer of other tests' pages. */
async function hidePage(owner: StaffViewer, id: number): Promise<void> {
	const { headRevisionId, title, body } = await findPage(owner, id)
	await savePage(owner, id, headRevisionId, { title, body }, 'unpublish')
}

export async function openStaticPage(page: Page): Promise<void> {
	const { slug, hide } = await createPage()
	await page.goto(`/${slug}`)
	await expect(page.getByText('Last changed')).toBeVisible()
	await hide()
}

/** Opens a view of the page at the desk. */
export function openPageForm(view: string) {
	return async (page: Page): Promise<void> => {
		const { id, hide } = await createPage()
		await signIn(page, 'owner', `/desk/pages/${id}${view}`)
		await hide()
	}
}
