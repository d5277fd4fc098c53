import type { Page } from '@playwright/test'
import { publishStory } from '@/domain/articles/publish'
import { saveStory } from '@/domain/articles/save'
import { findStory } from '@/domain/articles/stories'
import { parseMarkdown } from '@/domain/body/markdown'
import { createPreviewLink } from '@/domain/preview-links'
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
