import { beforeAll, expect, test } from 'vitest'
import { readDb, write } from '@/db'
import { auditEvents, sections } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, storyFields } from '@/e2e/support/stories'
import type { StaffViewer } from '../permissions'
import { setSectionRetired } from '../sections'
import { changeStorySection } from './change-section'
import { listSection } from './lists'
import { publishStory } from './publish'
import { saveStory, startStory } from './save'
import { findStory, listStorySections } from './stories'

withDatabase()

let editor: StaffViewer

beforeAll(async () => {
	editor = await createStaff('editor')
	await write((tx) => tx.insert(sections).values({ slug: 'port', name: 'Port' }))
})

const sectionOf = async (id: number) => (await findStory(editor, id)).fields.section
const slugsIn = async (section: string) => (await listSection(section)).cards.map(({ slug }) => slug)

test('a live story changes its section as a minor change', async () => {
	const { articleId, slug } = await liveStory()
	await changeStorySection(editor, articleId, 'port')
	expect(await slugsIn('port')).toContain(slug)
	expect(await slugsIn('news')).not.toContain(slug)
	const story = await findStory(editor, articleId)
	expect(story).toMatchObject({ state: 'live', changed: false })
	const events = await readDb().select().from(auditEvents).orderBy(auditEvents.id)
	expect(events.at(-2)).toMatchObject({
		action: 'save story',
		detail: { from: { section: 'news' }, to: { section: 'port' } },
	})
	expect(events.at(-1)).toMatchObject({ action: 'publish story', detail: { minor: true } })
})

test('a scheduled story keeps its time', async () => {
	const { articleId, revisionId } = await startStory(editor, await storyFields(editor))
	const at = new Date(Date.now() + 86_400_000)
	await publishStory(editor, articleId, { revisionId, at })
	await changeStorySection(editor, articleId, 'port')
	expect(await findStory(editor, articleId)).toMatchObject({
		state: 'scheduled',
		publishAt: at,
		changed: false,
	})
})

test('a changed section does not publish a story’s unpublished text', async () => {
	const { articleId, revisionId } = await liveStory()
	await saveStory(editor, articleId, revisionId, await storyFields(editor, { headline: 'Not yet' }))
	await expect(changeStorySection(editor, articleId, 'port')).rejects.toMatchObject({ code: 'conflict' })
	expect(await sectionOf(articleId)).toBe('news')
})

test('contributors move their own drafts, not what readers see', async () => {
	const writer = await createStaff('contributor')
	const story = await startStory(writer, await storyFields(writer))
	await changeStorySection(writer, story.articleId, 'port')
	expect(await sectionOf(story.articleId)).toBe('port')
	const { headRevisionId } = await findStory(editor, story.articleId)
	await publishStory(editor, story.articleId, { revisionId: headRevisionId })
	await expect(changeStorySection(writer, story.articleId, 'news')).rejects.toMatchObject({
		code: 'forbidden',
	})
})

test('an unknown section, and none, are refused', async () => {
	const { articleId } = await liveStory()
	for (const section of ['', 'no-such-section'])
		await expect(changeStorySection(editor, articleId, section)).rejects.toMatchObject({ code: 'invalid' })
	expect(await sectionOf(articleId)).toBe('news')
})

test('the filter offers retired sections that still have stories', async () => {
	const admin = await createStaff('admin')
	const add = async (slug: string) => {
		const [row] = await write((tx) =>
			tx.insert(sections).values({ slug, name: slug.toUpperCase() }).returning({ id: sections.id }),
		)
		await setSectionRetired(admin, row?.id ?? 0, true)
	}
	await startStory(editor, await storyFields(editor))
	await add('empty')
	await add('used')
	await startStory(editor, await storyFields(editor, { section: 'used' }))
	const listed = await listStorySections()
	expect(listed.filter(({ retired }) => retired)).toEqual([{ slug: 'used', name: 'USED', retired: true }])
	expect(listed[0]?.retired).toBe(false)
})
