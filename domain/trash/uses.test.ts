import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '@/db/testing'
import { insertPhoto } from '@/e2e/support/photos'
import { createStaff, liveStory, storyFields } from '@/e2e/support/stories'
import { EMPTY_ARRANGEMENT } from '@/lib/front-page-arrangement'
import { placeAd, retireAd } from '../ads-desk'
import { decideAbout, unscheduleStory } from '../articles/publish'
import { saveStory } from '../articles/save'
import { findUndoable } from '../articles/undo'
import { parseMarkdown } from '../body/markdown'
import { listDeskSections } from '../desk-sections'
import { saveArrangement } from '../front-page-save'
import { changeMenu, menuItems } from '../menus'
import { savePage, startPage } from '../pages/pages'
import type { StaffViewer } from '../permissions'
import { changeProfile, findProfile } from '../profiles'
import { createSection } from '../sections'
import { findUses, moveToTrash } from './trash'

withDatabase()

const DAY_MS = 86_400_000
const AD = { title: 'A letter', text: 'Weekly.', url: 'https://example.org/' }

let owner: StaffViewer
beforeAll(async () => {
	owner = await createStaff('owner', 'Owen')
})

test('uses by readers keep a photograph from the trash', async () => {
	const refused = { code: 'conflict', message: expect.stringContaining('cannot be removed') }
	const uses = async (id: number) =>
		(await findUses(owner, 'photo', id)).map(({ what, href }) => [what, href])
	const ids = await Promise.all(Array.from({ length: 6 }, () => insertPhoto()))
	const [live = 0, changed = 0, scheduled = 0, page = 0, profile = 0, ad = 0] = ids

	const story = await liveStory({ heroPhotoId: live })
	expect(await uses(live)).toEqual([['the live story', `/desk/stories/${story.articleId}`]])
	await expect(moveToTrash(owner, 'photo', live)).rejects.toThrow(/live story “The bridge opens again”/)

	const before = await liveStory({ heroPhotoId: changed })
	const without = await saveStory(owner, before.articleId, before.revisionId, await storyFields(owner))
	await decideAbout(owner, before.articleId, { kind: 'publish' })
	expect(without.kind).toBe('saved')
	expect(await uses(changed)).toMatchObject([['an earlier public version of', expect.anything()]])

	const later = await liveStory({ heroPhotoId: scheduled }, new Date(Date.now() + DAY_MS))
	expect(await uses(scheduled)).toMatchObject([['the scheduled story', expect.anything()]])
	const contributor = await createStaff('contributor')
	expect(await findUses(contributor, 'photo', scheduled)).toEqual([
		{ what: 'a scheduled story', name: null, href: null },
	])

	const body = parseMarkdown(`![A quay](photo:${page})`)
	const pageId = await startPage(owner, { title: 'About', slug: 'about', body })
	await savePage(owner, pageId, 1, { title: 'About', body }, 'publish')
	expect(await uses(page)).toEqual([['the page', `/desk/pages/${pageId}`]])

	const { fields } = await findProfile(owner, owner.person.id)
	await changeProfile(owner, owner.person.id, { ...fields, photoId: profile })
	expect(await uses(profile)).toEqual([['the profile of', `/desk/people/${owner.person.id}`]])

	const adId = await placeAd(owner, { ...AD, photoId: ad })
	await retireAd(owner, adId)
	await moveToTrash(owner, 'ad', adId)
	expect(await uses(ad)).toEqual([['the advertisement', '/desk/trash']])
	for (const id of ids) await expect(moveToTrash(owner, 'photo', id)).rejects.toMatchObject(refused)

	// Taken back, the text is a draft; undone within the time, it would be scheduled without its photograph.
	await unscheduleStory(owner, later.articleId)
	await moveToTrash(owner, 'photo', scheduled)
	const undo = await findUndoable(owner, later.articleId)
	await expect(
		decideAbout(owner, later.articleId, { kind: 'undo', event: undo?.events[0] ?? 0 }),
	).rejects.toThrow(/in the trash now/)
})

test('stories, advertisements, menus and the front page keep a section', async () => {
	await createSection(owner, { name: 'Arts', slug: '' })
	const id = (await listDeskSections(owner)).find(({ slug }) => slug === 'arts')?.id ?? 0
	const whats = async () => (await findUses(owner, 'section', id)).map(({ what }) => what)
	const live = await liveStory({ section: 'arts' })
	expect(await whats()).toEqual(['the live story'])
	await saveStory(owner, live.articleId, live.revisionId, await storyFields(owner))
	await decideAbout(owner, live.articleId, { kind: 'publish' })
	await placeAd(owner, { ...AD, photoId: null, sectionIds: [id] })
	const item = { kind: 'section', slug: 'arts', label: '' } as const
	const shown = await menuItems('footer')
	await changeMenu(owner, 'footer', { shown, labels: [], step: { add: item } })
	const sections = [{ id, stories: 3 }]
	await saveArrangement(owner, { ...EMPTY_ARRANGEMENT, sections }, { base: 0 })
	expect(await whats()).toEqual([
		'an earlier public version of',
		'the advertisement',
		'the menu at the foot',
		'the arrangement of the front page',
	])
	await expect(moveToTrash(owner, 'section', id)).rejects.toThrow(/and more\.$/)
})
