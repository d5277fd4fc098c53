import { expect, test } from 'vitest'
import { withDatabase } from '@/db/testing'
import { withdrawStory } from '@/domain/articles/publish'
import { parseMarkdown } from '@/domain/body/markdown'
import { moderateComment } from '@/domain/comments/moderate'
import { postComment } from '@/domain/comments/post'
import { addCorrection } from '@/domain/corrections'
import { ALL_STORIES } from '@/domain/feeds/story-lists'
import { liveStory, reader } from '@/e2e/support/stories'
import { env } from '@/lib/env'
import { correctionsFeed } from './corrections-feed'
import { FEED_ROUTES } from './feed-routes'
import { storyFeed } from './story-feed'
import { threadFeed } from './thread-feed'

withDatabase()

const titlesOf = ({ entries }: Awaited<ReturnType<typeof storyFeed>>) => entries.map(({ title }) => title)

test('long stories leave older ones out of a feed', async () => {
	const paragraph = 'words '.repeat(3_000)
	const body = parseMarkdown(Array.from({ length: 25 }, () => paragraph).join('\n\n'))
	for (const headline of ['Oldest', 'Older', 'Newest']) await liveStory({ headline, body })
	const feed = await storyFeed(ALL_STORIES)
	expect(titlesOf(feed)).toEqual(['Newest', 'Older'])
	expect(feed.updated).toEqual(feed.entries[0]?.updated)
})

test('a correction leads to its story, else to the list', async () => {
	const typed = { kind: 'clarification', placement: 'foot', text: 'It was <Tuesday>.' }
	const { editor, articleId, slug } = await liveStory({ headline: 'The mill' })
	await addCorrection(editor, articleId, typed)
	const entry = async () => (await correctionsFeed()).entries[0]
	expect(await entry()).toMatchObject({
		url: `${env.siteUrl}/news/${slug}#correction-1`,
		title: 'Clarification: The mill',
		html: '<p dir="auto">It was &lt;Tuesday&gt;.</p>',
	})
	await withdrawStory(editor, articleId, 'It was not so.')
	expect((await entry())?.url).toBe(`${env.siteUrl}/corrections#correction-1`)
})

test('a reply names the comment that it answers, unless removed', async () => {
	const { editor, articleId, slug } = await liveStory({ headline: 'A lock fails' })
	const said = (body: string, parentId: number | null = null) =>
		postComment(editor, articleId, { body, parentId, name: '', email: '' })
	const { name } = editor.person
	const { id } = await said('First.')
	await said('Second.', id)
	const titles = async () => (await threadFeed(slug))?.entries.map(({ title }) => title)
	expect(await titles()).toEqual([`Reply by ${name} (staff) to ${name}`, `Comment by ${name} (staff)`])
	const [reply, comment] = (await threadFeed(slug))?.entries ?? []
	expect(reply?.inReplyTo).toEqual({ id: comment?.id, url: comment?.url })
	expect(comment?.inReplyTo?.url).toBe(`${env.siteUrl}/news/${slug}`)
	await moderateComment(editor, id, 'rejected')
	expect(await titles()).toEqual([`Reply by ${name} (staff)`])
	expect((await threadFeed(slug))?.entries[0]?.inReplyTo?.url).toBe(`${env.siteUrl}/news/${slug}`)
	await postComment(reader(), articleId, {
		body: 'Held.',
		parentId: null,
		name: 'Ada',
		email: 'a@example.org',
	})
	expect(await titles()).toHaveLength(1)
})

test('one route answers a feed, and none a page', () => {
	const matching = (path: string) => FEED_ROUTES.filter((route) => route.path.test(path)).length
	for (const page of [
		'',
		'/corrections',
		'/comments',
		'/comments/respected',
		'/sections/news',
		'/tags/a',
		'/people/a',
		'/series/a',
		'/news/a',
	])
		for (const format of ['xml', 'atom', 'json']) expect(matching(`${page}/feed.${format}`), page).toBe(1)
	for (const path of [
		'/',
		'/news/feed.xml',
		'/news/a/history/feed.xml',
		'/feed.xml/',
		'/a/feed.xml',
		'/feed.htm',
	])
		expect(matching(path), path).toBe(0)
})
