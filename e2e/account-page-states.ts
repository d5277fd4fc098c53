import type { Page } from '@playwright/test'
import { withdrawStory } from '@/domain/articles/publish'
import { ignoreAuthor } from '@/domain/comments/ignore'
import { moderateComment } from '@/domain/comments/moderate'
import { deleteComment } from '@/domain/comments/own'
import { pickComment } from '@/domain/comments/pick'
import { postComment } from '@/domain/comments/post'
import { setRespect } from '@/domain/comments/respect'
import { castMood } from '@/domain/moods'
import { decideReported } from '@/domain/notices/desk-reports'
import { rateArticle } from '@/domain/ratings'
import { saveArticle } from '@/domain/reading-list'
import { LONG_WORD } from './layout-openers'
import { reader } from './support/stories'
import { externalWriteNoticed, publish, viewerOf } from './support/test'
import { becomeReader, publishVoted } from './support/vote-states'

const guest = { name: LONG_WORD, email: 'ada.guest@example.org', parentId: null }

/** Opens the comments of a reader: one of each state, with a reply, and one on a withdrawn story. */
export async function openOwnComments(page: Page): Promise<void> {
	const own = reader()
	const [story, withdrawn] = [await publish({ headline: LONG_WORD }), await publish({})]
	const [editor, moderator] = [await viewerOf('editor'), await viewerOf('moderator')]
	const write = async (body: string, articleId = story.articleId) =>
		(await postComment(own, articleId, { ...guest, body })).id
	await write('Soon withdrawn.', withdrawn.articleId)
	const approved = await write(`${LONG_WORD}\n\nA second line.`)
	await moderateComment(moderator, approved, 'approved')
	await postComment(editor, story.articleId, { ...guest, body: 'A reply.', parentId: approved })
	const removed = await write('Buy this.')
	await decideReported(moderator, removed, { outcome: 'removed', rule: 'spam', law: '', facts: '' })
	await deleteComment(own, story.articleId, await write('A slip.'))
	await write('It has not been read yet.')
	await withdrawStory(editor, withdrawn.articleId, 'The figures were wrong.')
	await open(page, '/account/comments', own.readerId)
}

/** Opens the votes of a reader: one of each kind, and two that are set aside. */
export async function openOwnVotes(page: Page): Promise<void> {
	const { articleId, late } = await publishVoted(LONG_WORD)
	const own = reader(late)
	const other = await publish({ headline: LONG_WORD })
	const editor = await viewerOf('editor')
	const { id } = await postComment(editor, articleId, { ...guest, body: 'A remark.' })
	await setRespect(own, articleId, id, true)
	await castMood(own, other.articleId, 'surprise')
	await rateArticle(own, other.articleId, 4)
	await saveArticle(own, other.articleId)
	await open(page, '/account/votes', late)
}

/** Opens the notices of a reader: replies, decisions with their reasons, respect, a pick and a vote set aside. */
export async function openNotices(page: Page): Promise<void> {
	const { articleId, late } = await publishVoted(LONG_WORD)
	const own = reader(late)
	const [editor, moderator] = [await viewerOf('editor'), await viewerOf('moderator')]
	const write = async (body: string) => (await postComment(own, articleId, { ...guest, body })).id
	const approved = await write('A first one.')
	await moderateComment(moderator, approved, 'approved')
	await setRespect(reader(), articleId, approved, true)
	await pickComment(editor, approved, true)
	const { id: reply } = await postComment(reader(), articleId, {
		...guest,
		body: 'A reply.',
		parentId: approved,
	})
	await moderateComment(moderator, reply, 'approved')
	for (const removed of [await write('Buy this.'), await write('Buy that.')])
		await decideReported(moderator, removed, { outcome: 'removed', rule: 'spam', law: '', facts: '' })
	await moderateComment(moderator, await write('A last one.'), 'approved')
	await open(page, '/account/notices', late)
}

/** Opens the list of ignored people, or with a story the thread in which their comment is collapsed. */
export function openIgnored(place: 'list' | 'thread'): (page: Page) => Promise<void> {
	return async (page) => {
		const own = reader()
		const { slug, articleId } = await publish({})
		const { id } = await postComment(reader(), articleId, { ...guest, body: 'Louder than all.' })
		await moderateComment(await viewerOf('moderator'), id, 'approved')
		await ignoreAuthor(own, articleId, id)
		await open(page, place === 'list' ? '/account/ignored' : `/news/${slug}`, own.readerId)
		if (place === 'thread') await page.locator('.comment details summary').click()
	}
}

async function open(page: Page, path: string, readerId: string | null): Promise<void> {
	await becomeReader(page, readerId ?? '')
	await externalWriteNoticed()
	await page.goto(path)
}
