import { beforeAll, expect, test } from 'vitest'
import { write } from '@/db'
import { photos } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff, storyFields } from '@/e2e/support/stories'
import { parseMarkdown } from '../body/markdown'
import type { StaffViewer } from '../permissions'
import { checkFields, checkStory } from './checklist'
import { publishStory } from './publish'
import { startStory } from './save'

withDatabase()

let editor: StaffViewer

beforeAll(async () => {
	editor = await createStaff('editor')
})

async function addPhoto(words: { credit?: string; alt?: string; rightsEndOn?: string }): Promise<number> {
	const size = { width: 900, height: 600, widths: [] }
	const [photo] = await write((tx) =>
		tx
			.insert(photos)
			.values({ hash: crypto.randomUUID(), mime: 'image/jpeg', ...size, ...words })
			.returning(),
	)
	return photo?.id ?? 0
}

const DAY_MS = 86_400_000
const dayFromNow = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)

const storyWith = async (...ids: number[]) =>
	startStory(
		editor,
		await storyFields(editor, { body: parseMarkdown(ids.map((id) => `![](photo:${id})`).join('\n\n')) }),
	)

const publish = ({ articleId, revisionId }: Awaited<ReturnType<typeof storyWith>>) =>
	publishStory(editor, articleId, { revisionId })

test('incomplete photographs are listed once, in the order of the story', async () => {
	const [first, second] = [await addPhoto({ credit: 'Ana' }), await addPhoto({})]
	const complete = await addPhoto({ credit: 'Ana', alt: 'A quay' })
	const story = await storyWith(second, complete, first, second)
	const { photos: listed, blocks } = await checkStory(story.revisionId)
	expect(listed.map(({ id }) => id)).toEqual([second, first])
	expect(blocks).toEqual([])
	await expect(publish(story)).rejects.toMatchObject({
		field: 'publish',
		message:
			'Not published. 2 photographs have no credit or no description for blind readers; they are shown under “Publishing”.',
	})
})

test('a refused publication counts photographs instead of naming numbers', async () => {
	const credited = () => addPhoto({ credit: 'Ana' })
	await expect(publish(await storyWith(await credited(), await credited()))).rejects.toThrow(
		/^Not published\. 2 photographs have no description for blind readers;[^\d]*$/,
	)
	await expect(publish(await storyWith(await addPhoto({})))).rejects.toThrow(
		'One photograph has no credit and no description for blind readers; it is shown under “Publishing”.',
	)
})

test('each item names its field of the story form', async () => {
	const { revisionId } = await startStory(
		editor,
		await storyFields(editor, { section: '', bylines: [], standfirst: '', body: parseMarkdown('') }),
	)
	const { blocks, warnings } = await checkStory(revisionId)
	expect(blocks.map(({ field }) => field)).toEqual(['section', 'body', 'bylines'])
	expect(warnings.map(({ field }) => field)).toEqual(['standfirst', 'heroPhotoId', 'sources'])
})

test('a text is checked as typed, without a save', async () => {
	const photo = await addPhoto({})
	const fields = await storyFields(editor, {
		headline: 'The TK opens',
		section: '',
		body: parseMarkdown(`“Open.\n\n![](photo:${photo})`),
	})
	const { photos: listed, blocks, warnings } = await checkFields(editor, fields)
	expect(listed.map(({ id }) => id)).toEqual([photo])
	expect(blocks.map(({ field }) => field)).toEqual(['section'])
	expect(warnings.map(({ field }) => field)).toEqual(['heroPhotoId', 'sources', 'headline', 'body'])
	await expect(checkFields(await createStaff('moderator'), fields)).rejects.toMatchObject({
		code: 'forbidden',
	})
})

test('ended rights prevent publishing, and rights that end soon warn', async () => {
	const words = { credit: 'Ana', alt: 'A quay' }
	const [ended, soon, later] = [
		await addPhoto({ ...words, rightsEndOn: dayFromNow(-2) }),
		await addPhoto({ ...words, rightsEndOn: dayFromNow(20) }),
		await addPhoto({ ...words, rightsEndOn: dayFromNow(60) }),
	]
	const story = await storyWith(ended, soon, later)
	const { photos: listed, ending } = await checkStory(story.revisionId)
	expect(listed).toMatchObject([{ id: ended, missing: ['rights'], rights: 'ended' }])
	expect(ending).toMatchObject([{ id: soon, missing: [], rights: 'ending' }])
	await expect(publish(story)).rejects.toThrow(
		'Not published. The rights of one photograph have ended; it is shown under “Publishing”.',
	)
})

test('a story is scheduled within the rights of its photographs only', async () => {
	const photo = await addPhoto({ credit: 'Ana', alt: 'A quay', rightsEndOn: dayFromNow(60) })
	const { articleId, revisionId } = await storyWith(photo)
	const schedule = (days: number) =>
		publishStory(editor, articleId, { revisionId, at: new Date(Date.now() + days * DAY_MS) })
	await expect(schedule(62)).rejects.toThrow(`Not scheduled. The rights of photograph ${photo} end on`)
	await schedule(58)
})
