import type { Page } from '@playwright/test'
import { changeResponses } from '@/domain/articles/change-responses'
import { makeCommentLink } from '@/domain/comments/confirmation'
import { postComment } from '@/domain/comments/post'
import { reader } from './stories'
import { externalWriteNoticed, publish, viewerOf } from './test'

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

/** Opens the link that confirms the address of a guest's comment. */
export async function openCommentLink(page: Page): Promise<void> {
	const { articleId } = await publish({ headline: LONG_WORD })
	const guest = { name: LONG_WORD.slice(0, 80), email: 'guest@example.org', body: LONG_WORD, parentId: null }
	const { id } = await postComment(reader(), articleId, guest)
	const { pathname, search } = new URL(await makeCommentLink(id))
	await page.goto(pathname + search)
}

/** Opens a story that says before writing what a comment needs. */
export async function openCommentRules(page: Page): Promise<void> {
	const { articleId, slug } = await publish({ headline: LONG_WORD })
	const own = { commentsPolicy: 'premoderated', commentsFrom: 'accounts' } as const
	await changeResponses(await viewerOf('editor'), articleId, { ...own, moodsShown: null, ratingsShown: null })
	await externalWriteNoticed()
	await page.goto(`/news/${slug}#comment-form`)
}
