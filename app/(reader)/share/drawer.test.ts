import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readDb } from '@/db'
import { sections } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { publishStory, unscheduleStory, withdrawStory } from '@/domain/articles/publish'
import { saveStory, startStory } from '@/domain/articles/save'
import { findStory } from '@/domain/articles/stories'
import { liveStoryById } from '@/domain/feeds/stories'
import { changePhoto } from '@/domain/photos/change'
import { changeSection } from '@/domain/sections'
import { changeSettings, siteSettings } from '@/domain/settings'
import { insertPhoto } from '@/e2e/support/photos'
import { createStaff, liveStory, storyFields } from '@/e2e/support/stories'
import { SharePictureDrawer } from './drawer'
import { forgetPicture, keptPath, sharePicture, storiesWithPictures } from './drawings'
import { sharePath } from './share-picture'
import { SHARE_ROUTES } from './share-routes'

withDatabase()

const HOUR_MS = 3_600_000
let drawer: SharePictureDrawer

beforeEach(() => {
	for (const id of storiesWithPictures()) forgetPicture(id)
	drawer = new SharePictureDrawer()
})
afterEach(async () => {
	vi.useRealTimers()
	vi.restoreAllMocks()
	await drawer.close()
})

const setTime = (at: number) => vi.useFakeTimers({ now: at, toFake: ['Date'] })

async function pathOf(id: number): Promise<string> {
	const story = await liveStoryById(id)
	return sharePath(story?.article ?? expect.unreachable(), await siteSettings())
}

/** Draws, and returns the path of the kept picture. */
async function drawn(id: number): Promise<string | null> {
	await drawer.draw()
	return keptPath(id)
}

/** The image worker cannot start: its program is not in this folder. */
const breakWorker = () => vi.spyOn(process, 'cwd').mockReturnValue('/nowhere')

const failuresOf = (id: number, log: { mock: { calls: unknown[][] } }): number =>
	log.mock.calls.filter(([message]) => String(message).includes(`story ${id} `)).length

test('a picture is drawn after publication, and a request only sends it', async () => {
	const { articleId } = await liveStory({ headline: 'The mill turns' })
	const path = await drawn(articleId)
	expect(path).toBe(await pathOf(articleId))
	breakWorker()
	const [route] = SHARE_ROUTES
	const parts = route?.path.exec(path ?? '')?.slice(1) ?? []
	expect(await route?.render(parts)).toMatchObject({ type: 'image/jpeg', isImmutable: true })
})

test('drafts, withdrawn and scheduled stories have no picture until readers see them', async () => {
	const { editor, articleId } = await liveStory()
	const draft = await startStory(editor, await storyFields(editor))
	const at = new Date(Date.now() + HOUR_MS)
	const scheduled = await liveStory({ headline: 'Tomorrow' }, at)
	const unscheduled = await liveStory({ headline: 'Never' }, at)
	await unscheduleStory(unscheduled.editor, unscheduled.articleId)
	await drawer.draw()
	const others = [draft, scheduled, unscheduled].map((story) => story.articleId)
	expect([articleId, ...others].map((id) => keptPath(id) !== null)).toEqual([true, false, false, false])
	await withdrawStory(editor, articleId, 'It was not so.')
	setTime(at.getTime() + 1)
	await drawer.draw()
	expect([articleId, ...others].map((id) => keptPath(id) !== null)).toEqual([false, false, true, false])
})

test('a picture is drawn again when what it shows changes, and only then', async () => {
	const { editor, articleId } = await liveStory()
	const owner = await createStaff('owner')
	let last = await drawn(articleId)
	const save = async (changes: object) => {
		const { fields, headRevisionId } = await findStory(editor, articleId)
		const saved = await saveStory(editor, articleId, headRevisionId, { ...fields, ...changes })
		if (saved.kind !== 'saved') throw new Error(saved.kind)
		await publishStory(editor, articleId, { revisionId: saved.revisionId })
	}
	const heroPhotoId = await insertPhoto()
	const [section] = await readDb().select().from(sections)
	const changes: [string, () => Promise<unknown>][] = [
		['headline', () => save({ headline: 'The bridge closes' })],
		['photograph', () => save({ heroPhotoId })],
		['credit', () => changePhoto(owner, heroPhotoId, { credit: 'Grace' })],
		['section', () => changeSection(owner, section?.id ?? 0, { slug: 'news', name: 'Harbour' })],
		['name of the site', () => changeSettings(owner, { siteName: 'The Other Square' })],
		['age', async () => void setTime(Date.now() + 366 * 24 * HOUR_MS)],
	]
	for (const [name, change] of changes) {
		await change()
		const path = await drawn(articleId)
		expect(path, name).toBe(await pathOf(articleId))
		expect(path, name).not.toBe(last)
		last = path
	}
	breakWorker()
	const log = vi.spyOn(console, 'error').mockImplementation(() => {})
	await save({ standfirst: 'Another one.' })
	expect(await drawn(articleId)).toBe(last)
	expect(failuresOf(articleId, log)).toBe(0)
})

test('a failed drawing is repeated later, and given up', async () => {
	const log = vi.spyOn(console, 'error').mockImplementation(() => {})
	breakWorker()
	const { articleId } = await liveStory()
	const start = Date.now()
	const attemptsUntil: number[] = []
	for (let minute = 0; minute <= 120; minute += 1) {
		setTime(start + minute * 60_000 + 1_000)
		const before = failuresOf(articleId, log)
		await drawer.draw()
		if (failuresOf(articleId, log) > before) attemptsUntil.push(minute)
	}
	expect(attemptsUntil).toEqual([0, 1, 5, 21, 85])
	vi.mocked(process.cwd).mockRestore()
	expect(await drawn(articleId)).toBeNull()
	const story = await liveStoryById(articleId)
	await sharePicture(story?.article ?? expect.unreachable(), await siteSettings())
	expect(keptPath(articleId)).toBe(await pathOf(articleId))
})

test('a request waits for the drawing that runs', async () => {
	const { articleId } = await liveStory()
	const story = await liveStoryById(articleId)
	const article = story?.article ?? expect.unreachable()
	const settings = await siteSettings()
	const both = [sharePicture(article, settings), sharePicture(article, settings)]
	expect(both[0]).toBe(both[1])
	await Promise.all(both)
})

test('a start draws the pictures of the last hour alone', async () => {
	const old = await liveStory({ headline: 'Old' }, new Date(Date.now() - 2 * HOUR_MS))
	const { articleId } = await liveStory({ headline: 'New' })
	await drawer.close()
	drawer = new SharePictureDrawer()
	await drawer.draw()
	expect([keptPath(old.articleId), keptPath(articleId)]).toEqual([null, await pathOf(articleId)])
})
