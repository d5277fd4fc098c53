import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { readDb } from '@/db'
import { articles, people, photos } from '@/db/schema'
import { brokenReferences, withDatabase } from '@/db/testing'
import fc from '@/e2e/support/fast-check'
import { insertPhoto } from '@/e2e/support/photos'
import { createStaff } from '@/e2e/support/stories'
import { isRefusal } from '@/lib/refusal'
import { listAds, placeAd, retireAd } from '../ads-desk'
import { EMPTY_STORY } from '../articles/fields'
import { articleView } from '../articles/find-article'
import { decideAbout, publishStory, unscheduleStory, withdrawStory } from '../articles/publish'
import { saveStory, startStory } from '../articles/save'
import { findStory } from '../articles/stories'
import { findUndoable } from '../articles/undo'
import { parseMarkdown } from '../body/markdown'
import { listDeskSections } from '../desk-sections'
import type { StaffViewer } from '../permissions'
import { EMPTY_PROFILE } from '../profile-fields'
import { createAuthor } from '../profiles'
import { createSection } from '../sections'
import { listTags } from '../tags'
import type { TrashKind } from './rows'
import { deleteForEver, emptyRows, listTrash, moveToTrash, restore } from './trash'

withDatabase()

const DAY_MS = 86_400_000
const MORE = 4

let owner: StaffViewer
let stories: number[] = []
let made = 0

beforeAll(async () => {
	owner = await createStaff('owner')
})

const pick = <T>(list: T[], number: number): T | undefined => list[number % Math.max(1, list.length)]

/** Adds a row of each kind. */
async function add(): Promise<void> {
	made += 1
	const photoId = await insertPhoto()
	await createSection(owner, { name: `Section ${made}`, slug: '' })
	await createAuthor(owner, { ...EMPTY_PROFILE, name: `Author ${made}` })
	const [_photo] = await readDb()
		.select()
		.from(photos)
		.orderBy(photos.id)
		.limit(1)
		.offset(made - 1)
	const ad = { title: `Ad ${made}`, text: 'Weekly.', url: 'https://example.org/', photoId: null }
	await retireAd(owner, await placeAd(owner, { ...ad, photoId: made % 2 ? null : photoId }))
}

/** The fields of a story with rows that a form of this moment may name. */
async function typed(number: number) {
	const allPhotos = await readDb().select({ id: photos.id }).from(photos)
	const sections = await listDeskSections(owner)
	const authors = await readDb().select({ slug: people.slug }).from(people)
	const heroPhotoId = pick(allPhotos, number)?.id ?? null
	const figure = pick(allPhotos, number >> 2)
	return {
		...EMPTY_STORY,
		headline: `Story ${number}`,
		section: pick(sections, number)?.slug ?? '',
		bylines: [...new Set([pick(authors, number)?.slug ?? '', pick(authors, number >> 1)?.slug ?? ''])],
		tags: [`Tag ${number % 7}`, `Tag ${7 + (number % 3)}`],
		heroPhotoId,
		body: parseMarkdown(figure ? `Noon.\n\n![](photo:${figure.id})` : 'Noon.'),
	}
}

async function rowsOf(kind: TrashKind): Promise<(number | string)[]> {
	const rows =
		kind === 'photo'
			? await readDb().select({ id: photos.id }).from(photos)
			: kind === 'section'
				? await listDeskSections(owner)
				: kind === 'tag'
					? (await listTags(owner)).tags
					: kind === 'ad'
						? await listAds(owner, { retired: true })
						: await readDb().select({ id: people.id }).from(people).where(eq(people.role, 'contributor'))
	return rows.map(({ id }) => id)
}

const removed = async (number: number) => {
	const item = pick((await listTrash(owner)).items, number)
	const [kind = '', id = ''] = item?.key.split(':') ?? []
	return item ? { kind: kind as TrashKind, id } : null
}

const remove = (kind: TrashKind) => async (number: number) => {
	const id = pick(await rowsOf(kind), number)
	if (id !== undefined) await moveToTrash(owner, kind, id)
}

const withStory = (run: (id: number, number: number) => Promise<unknown>) => async (number: number) => {
	const id = pick(stories, number)
	if (id) await run(id, number >> 1)
}

const STEPS: Record<string, (number: number) => Promise<unknown>> = {
	add,
	start: async (number) => stories.push((await startStory(owner, await typed(number))).articleId),
	save: withStory(async (id, number) => {
		const { headRevisionId } = await findStory(owner, id)
		await saveStory(owner, id, headRevisionId, await typed(number))
	}),
	publish: withStory((id) => decideAbout(owner, id, { kind: 'publish' })),
	schedule: withStory(async (id) => {
		const { headRevisionId } = await findStory(owner, id)
		await publishStory(owner, id, { revisionId: headRevisionId, at: new Date(Date.now() + DAY_MS) })
	}),
	unschedule: withStory((id) => unscheduleStory(owner, id)),
	withdraw: withStory((id) => withdrawStory(owner, id, 'It was wrong.')),
	undo: withStory(async (id) => {
		const undoable = await findUndoable(owner, id)
		const event = undoable?.events[0]
		if (event) await decideAbout(owner, id, { kind: 'undo', event })
	}),
	'remove a photo': remove('photo'),
	'remove a section': remove('section'),
	'remove a tag': remove('tag'),
	'remove an author': remove('person'),
	'remove an ad': remove('ad'),
	restore: async (number) => {
		const item = await removed(number)
		if (item) await restore(owner, item.kind, item.id)
	},
	'delete for ever': async (number) => {
		const item = await removed(number)
		if (item) await deleteForEver(owner, item.kind, item.id)
	},
	'wait for 31 days': () => emptyRows(new Date(Date.now() + 31 * DAY_MS)),
}

async function take(name: string, number: number): Promise<'done' | 'refused'> {
	try {
		await STEPS[name]?.(number)
		return 'done'
	} catch (error) {
		if (isRefusal(error)) return 'refused'
		throw error
	}
}

/** The texts of this run that readers see, will see or saw, by revision, with all that they name. */
async function publicTexts(): Promise<Map<number, unknown>> {
	const isPublic = and(isNotNull(articles.publishedRevisionId), inArray(articles.id, stories))
	const rows = await readDb().select().from(articles).where(isPublic)
	const texts = new Map<number, unknown>()
	for (const row of rows) {
		const revisionId = row.publishedRevisionId ?? 0
		const { section, tags, bylines, hero, photos: shown } = await articleView(row, revisionId)
		texts.set(revisionId, {
			section: section?.slug,
			tags: tags.map(({ name }) => name),
			bylines: bylines.map(({ slug }) => slug),
			hero: hero?.id,
			photos: Object.keys(shown).sort(),
		})
	}
	return texts
}

test('no sequence of removals takes anything from a public text', async () => {
	const steps = fc.array(fc.tuple(fc.constantFrom(...Object.keys(STEPS)), fc.nat({ max: 10_000 })), {
		minLength: 20,
		maxLength: 50,
	})
	const counts: Record<string, number> = {}
	await fc.assert(
		fc.asyncProperty(steps, async (sequence) => {
			stories = stories.slice(-2 * MORE)
			await add()
			for (let number = 0; number < MORE; number += 1) await take('start', made * MORE + number)
			let before = await publicTexts()
			for (const [name, number] of sequence) {
				const outcome = await take(name, number)
				counts[`${name}: ${outcome}`] = (counts[`${name}: ${outcome}`] ?? 0) + 1
				const after = await publicTexts()
				for (const [revisionId, text] of before)
					if (after.has(revisionId))
						expect([name, number, after.get(revisionId)]).toEqual([name, number, text])
				before = after
			}
			expect(await brokenReferences()).toEqual([])
		}),
		// Rows of one run stay in the next one, so that a shorter sequence would find others.
		{ numRuns: 8, endOnFailure: true },
	)
	const sum = (name: RegExp) =>
		Object.entries(counts).reduce((total, [key, count]) => total + (name.test(key) ? count : 0), 0)
	expect(sum(/^remove .*: done/)).toBeGreaterThan(10)
	expect(sum(/^remove .*: refused/)).toBeGreaterThan(10)
	expect(sum(/^(restore|delete for ever): done/)).toBeGreaterThan(5)
}, 120_000)
