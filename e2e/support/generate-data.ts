import { max, sql } from 'drizzle-orm'
import sharp from 'sharp'
import { readDb, write } from '@/db'
import {
	articles,
	people,
	revisionBylines,
	revisionSources,
	revisions,
	revisionTags,
	sections,
	tags,
} from '@/db/schema'
import { writeDb } from '@/db/sqlite/connection'
import type { BodyDocument } from '@/domain/body/document'
import { addPerson } from '@/domain/people'
import type { StaffViewer } from '@/domain/permissions'
import { addPhoto } from '@/domain/photos/add'
import { bodies, sentence } from './lorem'
import { pick, randomFrom } from './random'

export const EDITOR = { name: 'Bench Editor', email: 'editor@example.org', password: 'a good long password' }

const SECTIONS = ['news', 'politics', 'economics', 'culture', 'sports', 'science', 'religion']
const AUTHORS = 40
const TAGS = 200
const TAGS_PER_STORY = 3
/** Every third story has one revision after its publication. */
const RESAVED_EVERY = 3
const MINUTES_BETWEEN_STORIES = 26
const WORD_COUNT = 620

type Staff = { authors: string[]; photoId: number; sectionIds: number[]; tagIds: number[] }

/** Adds staff, sections, tags and one photograph to an empty site. */
export async function seedSite(): Promise<Staff> {
	const { id } = await addPerson({ ...EDITOR, role: 'editor' })
	const editor: StaffViewer = {
		person: { id, name: EDITOR.name, email: EDITOR.email, role: 'editor' },
		readerId: null,
	}
	const photo = await addPhoto(editor, {
		bytes: await picture(),
		fields: { caption: 'The quay at low water.', credit: 'Public Square', alt: 'A stone quay' },
	})
	const authors = Array.from({ length: AUTHORS }, () => crypto.randomUUID())
	return write(async (tx) => {
		const rows = authors.map((id, n) => ({ id, slug: `author-${n}`, name: `Author ${n}` }))
		await tx.insert(people).values(rows.map((row) => ({ ...row, role: 'contributor' as const })))
		const sectionRows = SECTIONS.map((slug, position) => ({ slug, name: slug, position }))
		const sectionIds = await tx.insert(sections).values(sectionRows).returning({ id: sections.id })
		const tagRows = Array.from({ length: TAGS }, (_, n) => ({ slug: `tag-${n}`, name: `Tag ${n}` }))
		const tagIds = await tx.insert(tags).values(tagRows).returning({ id: tags.id })
		return {
			authors,
			photoId: photo.id,
			sectionIds: sectionIds.map((row) => row.id),
			tagIds: tagIds.map((row) => row.id),
		}
	})
}

export const slugAt = (number: number): string => `generated-story-${number}`

/** Adds live stories up to `total` in one transaction, the first of them the newest. */
export function generateStories(total: number, staff: Staff, texts = loremTexts(staff.photoId)): void {
	const [row] = readDb()
		.select({ last: max(articles.id) })
		.from(articles)
		.all()
	const first = (row?.last ?? 0) + 1
	const [saved] = readDb()
		.select({ last: max(revisions.id) })
		.from(revisions)
		.all()
	const story = storyWriter(staff, (saved?.last ?? 0) + 1, texts)
	const { $client: client } = writeDb()
	// Stories and revisions reference each other; foreign keys are checked once at the end.
	client.pragma('foreign_keys = off')
	client.transaction(() => {
		for (let number = first; number <= total; number += 1) story(number)
		const broken = client.pragma('foreign_key_check') as unknown[]
		if (broken.length > 0) throw new Error(`The generated stories hold ${broken.length} broken references.`)
	})()
	client.pragma('foreign_keys = on')
	client.pragma('wal_checkpoint(truncate)')
}

function storyWriter(
	{ authors, photoId, sectionIds, tagIds }: Staff,
	firstRevision: number,
	texts: StoryTexts,
) {
	const insert = statements()
	const random = randomFrom(firstRevision)
	const now = Date.now()
	let revisionId = firstRevision - 1
	return (number: number): void => {
		const sectionId = pick(random, sectionIds)
		const publishAt = new Date(now - number * MINUTES_BETWEEN_STORIES * 60_000)
		const saves = number % RESAVED_EVERY === 0 ? 2 : 1
		const [articleId, published, head] = [number, revisionId + 1, revisionId + saves]
		insert.article.run({ id: articleId, slug: slugAt(number), head, published, sectionId, publishAt })
		for (let save = 0; save < saves; save += 1) {
			revisionId += 1
			insert.revision.run({
				id: revisionId,
				articleId,
				...texts(random),
				sectionId,
				photoId,
			})
			insert.byline.run({ revisionId, personId: pick(random, authors) })
			insert.source.run({ revisionId })
			const first = Math.floor(random() ** 2 * tagIds.length)
			for (let position = 0; position < TAGS_PER_STORY; position += 1)
				insert.tag.run({ revisionId, tagId: tagIds[(first + position * 17) % tagIds.length], position })
		}
	}
}

/** The texts of a story, drawn from a generator of random numbers. */
export type StoryTexts = (random: () => number) => {
	headline: string
	standfirst: string
	body: BodyDocument
}

function loremTexts(photoId: number): StoryTexts {
	const texts = bodies(photoId)
	return (random) => ({
		headline: sentence(random, 8),
		standfirst: sentence(random, 20),
		body: pick(random, texts),
	})
}

/** Statements are prepared once: a hundred thousand stories are a million rows. */
function statements() {
	const db = writeDb()
	const given = sql.placeholder
	return {
		article: db
			.insert(articles)
			.values({
				id: given('id'),
				slug: given('slug'),
				headRevisionId: given('head'),
				publishedRevisionId: given('published'),
				sectionId: given('sectionId'),
				publishAt: given('publishAt'),
			})
			.prepare(),
		revision: db
			.insert(revisions)
			.values({
				id: given('id'),
				articleId: given('articleId'),
				headline: given('headline'),
				standfirst: given('standfirst'),
				sectionId: given('sectionId'),
				body: given('body'),
				heroPhotoId: given('photoId'),
				wordCount: WORD_COUNT,
			})
			.prepare(),
		byline: db
			.insert(revisionBylines)
			.values({ revisionId: given('revisionId'), personId: given('personId'), position: 0 })
			.prepare(),
		source: db
			.insert(revisionSources)
			.values({ revisionId: given('revisionId'), position: 0, name: 'Harbour office' })
			.prepare(),
		tag: db
			.insert(revisionTags)
			.values({ revisionId: given('revisionId'), tagId: given('tagId'), position: given('position') })
			.onConflictDoNothing()
			.prepare(),
	}
}

/** Blurred noise: its files have the size of a photograph's. */
const picture = (): Promise<Buffer> => {
	const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 }
	const create = { width: 1600, height: 1067, channels: 3 as const, background: '#6b7f8c', noise }
	return sharp({ create })
		.blur(8)
		.linear(16, -15 * 128)
		.jpeg()
		.toBuffer()
}
