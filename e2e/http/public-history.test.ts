import { expect, test } from 'vitest'
import { publishStory, withdrawStory } from '@/domain/articles/publish'
import { saveStory } from '@/domain/articles/save'
import { changeSlug } from '@/domain/articles/slugs'
import { parseMarkdown } from '@/domain/body/markdown'
import { liveStory, storyFields } from '../support/stories'
import { withServer } from './in-process-server'

const server = withServer()

async function changedStory() {
	const note = 'CANARY note'
	const story = await liveStory({ note, body: parseMarkdown('It opened on Monday.') })
	const { editor, articleId, revisionId } = story
	const fields = await storyFields(editor, { note, body: parseMarkdown('It opened on Tuesday.') })
	const saved = await saveStory(editor, articleId, revisionId, fields)
	if (saved.kind !== 'saved') throw new Error(saved.kind)
	await publishStory(editor, articleId, { revisionId: saved.revisionId, minor: true })
	const draft = await storyFields(editor, {
		note,
		headline: 'CANARY draft',
		body: parseMarkdown('CANARY text'),
	})
	await saveStory(editor, articleId, saved.revisionId, draft)
	return story
}

const get = (path: string) => fetch(server.address + path, { redirect: 'manual' })

test('the history shows what was published, and nothing else', async () => {
	const { slug } = await changedStory()
	const pages = ['', '/history', '/history/1', '/history/2', '/history/2?with=1', '/history/1?with=2']
	const texts: string[] = []
	for (const path of pages) {
		const response = await get(`/news/${slug}${path}`)
		expect([path, response.status]).toEqual([path, 200])
		texts.push(await response.text())
		expect(texts.at(-1)).not.toContain('CANARY')
	}
	expect(texts[0]).toContain('Changed once')
	expect(texts[1]).toContain('Minor change')
	for (const compared of [texts[3], texts[4], texts[5]]) {
		expect(compared).toMatch(/<del[^>]*>.*Monday.*<\/del><ins[^>]*>.*Tuesday.*<\/ins>/)
		expect(compared).toContain('<meta name="robots" content="noindex"')
	}
	expect(texts[1]).not.toContain('noindex')
})

test('addresses without a version answer as the story does', async () => {
	const { editor, articleId, slug } = await changedStory()
	for (const path of ['/history/3', '/history/0', '/history/01', '/history/x'])
		expect((await get(`/news/${slug}${path}`)).status, path).toBe(404)
	for (const path of ['/history?page=2', '/history/2/x'])
		expect((await get(`/news/${slug}${path}`)).status, path).toBe(404)
	await changeSlug(editor, articleId, `${slug} moved`)
	for (const path of ['/history', '/history/2']) {
		const moved = await get(`/news/${slug}${path}`)
		expect([moved.status, moved.headers.get('location')]).toEqual([301, `/news/${slug}-moved${path}`])
	}
	await withdrawStory(editor, articleId, 'It was wrong.')
	for (const path of ['', '/history', '/history/1', '/history/2']) {
		const gone = await get(`/news/${slug}-moved${path}`)
		expect([path, gone.status]).toEqual([path, 410])
		expect(await gone.text()).toContain('It was wrong.')
	}
})

test('a story that was never public has no history', async () => {
	const { slug } = await liveStory({ headline: 'CANARY scheduled' }, new Date(Date.now() + 60_000))
	for (const path of ['/history', '/history/1']) {
		const response = await get(`/news/${slug}${path}`)
		expect(response.status).toBe(404)
		expect(await response.text()).not.toContain('CANARY')
	}
})
