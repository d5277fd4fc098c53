import type { Page } from '@playwright/test'
import { publish } from './test'

const LONG_WORD = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'

/** Opens the forms of the reader's own comment. */
export async function openOwnComment(page: Page): Promise<void> {
	const { slug } = await publish({ headline: LONG_WORD })
	const form = { name: LONG_WORD, email: 'ada.guest@example.org', body: `${LONG_WORD}\n\n> quoted` }
	const headers = { Accept: 'application/json' }
	const answer = await page.request.post(`/news/${slug}/comments`, { form, headers })
	const { id } = await answer.json()
	await page.goto(`/news/${slug}/comments/${id}/edit`)
}
