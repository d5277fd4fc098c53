import type { Page } from '@playwright/test'
import { autosaveStory } from '@/domain/articles/autosave'
import { saveStory } from '@/domain/articles/save'
import { findStory } from '@/domain/articles/stories'
import { renewEditor } from '@/domain/articles/story-editors'
import { parseMarkdown } from '@/domain/body/markdown'
import { expect, publish, signIn, viewerOf } from './test'

const longWord = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'

/** Opens an own text and a newer one of a colleague, both with changes of the same places. */
export async function openMerge(page: Page): Promise<void> {
	const { articleId, token } = await unsavedText()
	await signIn(page, 'owner', `/desk/stories/${articleId}/merge?autosave=${token}`)
	await expect(page.getByRole('group', { name: 'Both of you changed this place' }).first()).toBeVisible()
}

/** Opens a story with an own unsaved text, that a colleague has open. */
export async function openUnsavedText(page: Page): Promise<void> {
	const { articleId } = await unsavedText()
	const token = crypto.randomUUID()
	await renewEditor(await viewerOf('second'), { articleId, token, typedAt: new Date() })
	await signIn(page, 'owner', `/desk/stories/${articleId}`)
	await expect(page.getByRole('region', { name: 'Text not saved' })).toBeVisible()
}

async function unsavedText(): Promise<{ articleId: number; token: string }> {
	const body = parseMarkdown(`First.\n\n${longWord}\n\nLast.`)
	const { articleId, revisionId, slug } = await publish({ headline: `Aufsicht über die ${longWord}`, body })
	const second = await viewerOf('second')
	const { fields } = await findStory(second, articleId)
	await saveStory(second, articleId, revisionId, {
		...fields,
		headline: longWord,
		body: parseMarkdown(`First, and longer.\n\n${longWord} ${longWord}\n\nLast.`),
	})
	const token = crypto.randomUUID()
	const values = {
		headline: ['Another headline'],
		bodyText: [`First.\n\nNo ${longWord}\n\nLast, and longer.`],
		bylines: fields.bylines,
		section: [fields.section],
		slug: [`${slug}-typed`],
	}
	await autosaveStory(await viewerOf('owner'), {
		token,
		articleId,
		baseRevisionId: revisionId,
		fields: values,
	})
	return { articleId, token }
}
