import type { Page } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { readDb, write } from '@/db'
import { articles, savedArticles } from '@/db/schema'
import { publishStory, withdrawStory } from '@/domain/articles/publish'
import { saveStory } from '@/domain/articles/save'
import { findStory } from '@/domain/articles/stories'
import { parseMarkdown } from '@/domain/body/markdown'
import { createPreviewLink } from '@/domain/preview-links'
import { READING_LIST_MAX } from '@/lib/limits'
import { externalWriteNoticed, publish, viewerOf } from './test'

const LONG_WORD = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'

/** Opens the history of a changed story, or with `/2` the change. */
export function openHistory(version: string): (page: Page) => Promise<void> {
	return async (page: Page) => {
		const body = parseMarkdown(`The ${LONG_WORD} opened on Monday.`)
		const { slug, articleId, revisionId } = await publish({ headline: LONG_WORD, body })
		const editor = await viewerOf('editor')
		const { fields } = await findStory(editor, articleId)
		const changed = { ...fields, standfirst: '', body: parseMarkdown(`The ${LONG_WORD}s opened on Tuesday.`) }
		const saved = await saveStory(editor, articleId, revisionId, changed)
		if (saved.kind === 'saved') await publishStory(editor, articleId, { revisionId: saved.revisionId })
		await externalWriteNoticed()
		await page.goto(`/news/${slug}/history${version}`)
	}
}

export async function openPreviewLink(page: Page): Promise<void> {
	const { articleId } = await publish({ headline: LONG_WORD })
	const token = await createPreviewLink(await viewerOf('editor'), articleId, 7)
	await page.goto(`/preview/${token}`)
}

/** Opens a reading list with a live and a withdrawn story. */
export async function openReadingList(page: Page): Promise<void> {
	const [withdrawn, live] = [await publish({}), await publish({ headline: LONG_WORD })]
	await externalWriteNoticed()
	for (const { slug } of [withdrawn, live])
		await page.request.post(`/news/${slug}/saved`, { form: { saved: 'yes' }, maxRedirects: 0 })
	await withdrawStory(await viewerOf('editor'), withdrawn.articleId, 'The figures were wrong.')
	await externalWriteNoticed()
	await page.goto('/reading-list')
}

/** Opens the reading list that refuses another story. */
export async function openFullReadingList(page: Page): Promise<void> {
	const [refused, full] = [await publish({}), await publish({})]
	await externalWriteNoticed()
	await page.request.post(`/news/${full.slug}/saved`, { form: { saved: 'yes' }, maxRedirects: 0 })
	const [like] = await readDb()
		.select()
		.from(savedArticles)
		.where(eq(savedArticles.articleId, full.articleId))
	await write(async (tx) => {
		for (let number = 1; number < READING_LIST_MAX; number += 1) {
			const [story] = await tx
				.insert(articles)
				.values({ slug: `unwritten-${crypto.randomUUID()}` })
				.returning({ id: articles.id })
			const readerId = like?.readerId ?? ''
			await tx
				.insert(savedArticles)
				.values({ articleId: story?.id ?? 0, readerId, savedAt: new Date(number) })
		}
	})
	await externalWriteNoticed()
	await page.goto(`/news/${refused.slug}`)
	// Past the script, as a browser without it.
	await page.locator('#saving').evaluate((form: HTMLFormElement) => {
		const field = document.createElement('input')
		Object.assign(field, { type: 'hidden', name: 'saved', value: 'yes' })
		form.append(field)
		form.submit()
	})
	await page.getByRole('alert').waitFor()
}
