import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { readDb } from '@/db'
import { articles, auditEvents, photos, trashedRows } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { drawn } from '@/e2e/support/photos'
import { createStaff, liveStory, storyFields } from '@/e2e/support/stories'
import { env } from '@/lib/env'
import { listAds, placeAd, retireAd } from '../ads-desk'
import { checkStory } from '../articles/checklist'
import { findArticle } from '../articles/find-article'
import { isAuthor, isTag } from '../articles/listed'
import { listSection, listSections } from '../articles/lists'
import { decideAbout, publishStory } from '../articles/publish'
import { saveStory, startStory } from '../articles/save'
import { findStory } from '../articles/stories'
import { parseMarkdown } from '../body/markdown'
import { listDeskSections } from '../desk-sections'
import { listPeople } from '../people-list'
import type { StaffViewer } from '../permissions'
import { addPhoto } from '../photos/add'
import { findPhoto, listPhotos } from '../photos/read'
import { comparePhotoFiles } from '../photos/recovery'
import { EMPTY_PROFILE } from '../profile-fields'
import { createAuthor, findProfile } from '../profiles'
import { createSection } from '../sections'
import { listTags } from '../tags'
import { deleteForEver, emptyRows, findUses, listTrash, moveToTrash, restore } from './trash'

withDatabase()
afterEach(() => void vi.useRealTimers())

const DAY_MS = 86_400_000
const AD = { title: 'A letter', text: 'Weekly.', url: 'https://example.org/' }
const gone = { code: 'not-found' }

let owner: StaffViewer
let size = 300
beforeAll(async () => {
	owner = await createStaff('owner', 'Owen')
})

async function picture() {
	size += 1
	const bytes = new Uint8Array(await drawn(size, 200).jpeg().toBuffer())
	const fields = { caption: `Quay ${size}`, credit: 'Ann', alt: 'A quay' }
	return { bytes, ...(await addPhoto(owner, { bytes, fields })) }
}

async function section(name: string): Promise<number> {
	const { slug } = await createSection(owner, { name, slug: '' })
	return (await listDeskSections(owner)).find((each) => each.slug === slug)?.id ?? 0
}

const tagId = async (name: string) => (await listTags(owner, { query: name })).tags[0]?.id ?? 0
const trashed = async (viewer = owner) => (await listTrash(viewer)).items.map(({ key }) => key)

test('a photograph of a draft is shown as removed and blocks publication', async () => {
	const { id } = await picture()
	const fields = { heroPhotoId: id, body: parseMarkdown(`Noon.\n\n![A quay](photo:${id})`) }
	const { articleId, revisionId } = await startStory(owner, await storyFields(owner, fields))
	await moveToTrash(owner, 'photo', id)
	expect(await findPhoto(id)).toBeNull()
	expect((await listPhotos(owner, { limit: 99 })).map((photo) => photo.id)).not.toContain(id)
	expect((await checkStory(revisionId)).blocks).toEqual([
		{ text: expect.stringContaining(`Photograph ${id} was removed`), field: 'heroPhotoId' },
	])
	await expect(publishStory(owner, articleId, { revisionId })).rejects.toThrow(/was removed/)
	const story = await findStory(owner, articleId)
	const saved = await saveStory(owner, articleId, revisionId, { ...story.fields, headline: 'Later' })
	expect(saved.kind).toBe('saved')
	await restore(owner, 'photo', String(id))
	await decideAbout(owner, articleId, { kind: 'publish' })
	expect(await findArticle(story.slug)).toMatchObject({ article: { hero: { id } } })
})

test('contributors remove and restore photographs of their own alone', async () => {
	const contributor = await createStaff('contributor')
	const bytes = new Uint8Array(await drawn(291, 200).jpeg().toBuffer())
	const own = await addPhoto(contributor, { bytes })
	const other = await picture()
	await expect(moveToTrash(contributor, 'photo', other.id)).rejects.toMatchObject({ code: 'forbidden' })
	await moveToTrash(owner, 'photo', other.id)
	await moveToTrash(contributor, 'photo', own.id)
	expect(await trashed(contributor)).toEqual([`photo:${own.id}`])
	await expect(restore(contributor, 'photo', String(other.id))).rejects.toMatchObject({ code: 'forbidden' })
	await expect(deleteForEver(contributor, 'photo', String(own.id))).rejects.toMatchObject({
		code: 'forbidden',
	})
	await restore(contributor, 'photo', String(own.id))
	expect(await trashed(contributor)).toEqual([])
})

test('adding the file of a removed photograph restores it', async () => {
	const { id, bytes } = await picture()
	await moveToTrash(owner, 'photo', id)
	expect(await addPhoto(owner, { bytes })).toMatchObject({ id })
	expect(await findPhoto(id)).toMatchObject({ id, credit: 'Ann' })
})

test('a photograph deleted for ever leaves its files and words', async () => {
	const [unused, drafted] = [await picture(), await picture()]
	const { articleId } = await startStory(owner, await storyFields(owner, { heroPhotoId: drafted.id }))
	for (const { id } of [unused, drafted]) {
		await moveToTrash(owner, 'photo', id)
		await deleteForEver(owner, 'photo', String(id))
		await expect(restore(owner, 'photo', String(id))).rejects.toMatchObject(gone)
	}
	for (const { hash } of [unused, drafted]) expect(existsSync(join(env.mediaDir, hash))).toBe(false)
	expect(await readDb().select().from(photos).where(eq(photos.id, unused.id))).toEqual([])
	expect(await readDb().select().from(photos).where(eq(photos.id, drafted.id))).toMatchObject([
		{ caption: null, credit: null, alt: null, metadata: null },
	])
	expect((await comparePhotoFiles({ everyFile: true })).incomplete).toEqual([])
	const { headRevisionId, fields } = await findStory(owner, articleId)
	await saveStory(owner, articleId, headRevisionId, { ...fields, headline: 'Saved all the same' })
	// The same file is a new photograph.
	const again = await addPhoto(owner, { bytes: drafted.bytes })
	expect(again.id).toBeGreaterThan(drafted.id)
	expect(existsSync(join(env.mediaDir, again.hash))).toBe(true)
})

test('a section in the trash leaves menu, page and drafts until it is restored', async () => {
	const id = await section('Sport')
	const { articleId, revisionId } = await startStory(owner, await storyFields(owner, { section: 'sport' }))
	await moveToTrash(owner, 'section', id)
	expect((await listSection('sport')).section).toBeNull()
	expect((await listSections()).map(({ slug }) => slug)).not.toContain('sport')
	expect((await findStory(owner, articleId)).fields.section).toBe('')
	expect((await checkStory(revisionId)).blocks).toMatchObject([{ field: 'section' }])
	await expect(createSection(owner, { name: 'Sport', slug: '' })).rejects.toMatchObject({ field: 'slug' })
	await createSection(owner, { name: 'Sport', slug: 'games' })
	await expect(restore(owner, 'section', String(id))).rejects.toMatchObject({ code: 'conflict' })
	await moveToTrash(owner, 'section', (await listSection('games')).section?.id ?? 0)
	await restore(owner, 'section', String(id))
	expect((await findStory(owner, articleId)).fields.section).toBe('sport')
	await moveToTrash(owner, 'section', id)
	await deleteForEver(owner, 'section', String(id))
	await createSection(owner, { name: 'Sports', slug: 'sport' })
	expect((await findStory(owner, articleId)).fields.section).toBe('')
})

test('a tag of drafts is removed, and returns with its name', async () => {
	await startStory(owner, await storyFields(owner, { tags: ['Pier', 'Quay'] }))
	const fields = await storyFields(owner, { tags: ['Pier'] })
	const { articleId, slug } = await startStory(owner, fields)
	const id = await tagId('Pier')
	await moveToTrash(owner, 'tag', id)
	expect((await findStory(owner, articleId)).fields.tags).toEqual([])
	// A text that becomes public loses the tag for good.
	await decideAbout(owner, articleId, { kind: 'publish' })
	await startStory(owner, { ...fields, tags: ['pier'] })
	expect(await trashed()).not.toContain(`tag:${id}`)
	expect(await findArticle(slug)).toMatchObject({ article: { tags: [] } })
	expect(await isTag('pier')).toBe(false)
	await liveStory({ tags: ['Pier'] })
	await expect(moveToTrash(owner, 'tag', id)).rejects.toMatchObject({ code: 'conflict' })
})

test('an author in the trash has no page and no byline', async () => {
	const id = await createAuthor(owner, { ...EMPTY_PROFILE, name: 'Guest Reed' })
	const story = await storyFields(owner, { bylines: ['guest-reed'] })
	const { articleId, revisionId } = await startStory(owner, story)
	expect(await isAuthor('guest-reed')).toBe(true)
	await moveToTrash(owner, 'person', id)
	expect(await isAuthor('guest-reed')).toBe(false)
	expect((await listPeople(owner, { group: 'authors' })).people.map((person) => person.id)).not.toContain(id)
	await expect(findProfile(owner, id)).rejects.toMatchObject(gone)
	expect((await findStory(owner, articleId)).fields.bylines).toEqual([])
	await expect(startStory(owner, story)).rejects.toMatchObject({ field: 'bylines' })
	await expect(publishStory(owner, articleId, { revisionId })).rejects.toThrow(/Name an author/)
	await restore(owner, 'person', id)
	await publishStory(owner, articleId, { revisionId })
	await expect(moveToTrash(owner, 'person', id)).rejects.toMatchObject({ code: 'conflict' })
})

test('only a retired advertisement is removed', async () => {
	const id = await placeAd(owner, { ...AD, photoId: null })
	await expect(moveToTrash(owner, 'ad', id)).rejects.toThrow(/Retire it first/)
	await retireAd(owner, id)
	await moveToTrash(owner, 'ad', id)
	expect((await listAds(owner, { retired: true })).map((ad) => ad.id)).not.toContain(id)
	await deleteForEver(await createStaff('admin'), 'ad', String(id))
	expect(await trashed()).not.toContain(`ad:${id}`)
	const events = await readDb()
		.select()
		.from(auditEvents)
		.where(eq(auditEvents.subject, `ad:${id}`))
	expect(events.map(({ action }) => action).slice(-2)).toEqual(['move to trash', 'delete for ever'])
})

test('roles remove what they may change', async () => {
	const editor = await createStaff('editor')
	const id = await section('Chess')
	const forbidden = { code: 'forbidden' }
	await expect(moveToTrash(editor, 'section', id)).rejects.toMatchObject(forbidden)
	await expect(findUses(editor, 'person', owner.person.id)).rejects.toMatchObject(forbidden)
	await moveToTrash(owner, 'section', id)
	expect(await trashed(editor)).not.toContain(`section:${id}`)
	await expect(restore(editor, 'section', String(id))).rejects.toMatchObject(forbidden)
	await expect(moveToTrash(owner, 'section', id)).rejects.toMatchObject(gone)
})

test('rows of the trash are deleted after 30 days', async () => {
	const id = await section('Ferries')
	await moveToTrash(owner, 'section', id)
	await emptyRows(new Date(Date.now() + 29 * DAY_MS))
	expect(await trashed()).toContain(`section:${id}`)
	await emptyRows(new Date(Date.now() + 31 * DAY_MS))
	expect(await trashed()).toEqual((await trashed()).filter((key) => key.startsWith('story:')))
	const left = await readDb().select().from(trashedRows)
	expect(left.filter(({ kind, emptiedAt }) => kind !== 'photo files' && !emptiedAt)).toEqual([])
	expect(await readDb().$count(articles)).toBeGreaterThan(0)
})
