import { basename } from 'node:path'
import { and, eq, gte, inArray, isNull, lt, or, type SQL } from 'drizzle-orm'
import { readDb, write } from '@/db'
import {
	ads,
	articles,
	comments,
	demoRows,
	people,
	photos,
	readers,
	revisions,
	revisionTags,
	sections,
} from '@/db/schema'
import { type DemoKind, isDemoRecorded, recordDemoRows } from '@/domain/demo/rows'
import authors from './authors.json' with { type: 'json' }
import { DEMO_SECTIONS } from './sections'
import { storyFiles } from './stories'
import { COMMENTER_PREFIX } from './threads'
import { VOTER_PREFIX } from './votes'

/** Slug of the edition's author and publisher. */
export const DEMO_EDITOR = 'mara-ellison'

export const DEMO_AD = {
	title: 'The harbour letter',
	text: 'One letter on Saturday morning: the week in Larkhaven, and one good walk.',
	url: 'https://example.org/harbour-letter',
}

/** Records the demo edition of a database that was filled before there were records. */
export async function recordOlderDemo(): Promise<void> {
	if (!(await isDemoRecorded()) && (await demoEditorId())) await recordDemo()
}

/**
 * Records the rows of the demo edition. They are recognised by their maker, an author without an account in
 * whose name only the loader can write, and by the loader's own slugs and reader ids; so that content of the
 * newsroom is never recorded, and an edition of an older release can be.
 */
export async function recordDemo(): Promise<void> {
	const editorId = await demoEditorId()
	if (!editorId) return
	const rows = await rowsOfDemo(editorId)
	await write(async (tx) => {
		await tx.delete(demoRows)
		for (const [kind, ids] of Object.entries(rows)) await recordDemoRows(tx, kind as DemoKind, ids)
	})
}

async function demoEditorId(): Promise<string | undefined> {
	const [editor] = await readDb()
		.select({ id: people.id })
		.from(people)
		.where(and(eq(people.slug, DEMO_EDITOR), isNull(people.email)))
	return editor?.id
}

async function rowsOfDemo(editorId: string): Promise<Record<DemoKind, (number | string)[]>> {
	const db = readDb()
	const ids = async (query: PromiseLike<{ id: number | string }[]>) => (await query).map(({ id }) => id)
	const articleIds = (
		await db
			.select({ id: articles.id })
			.from(articles)
			.where(and(eq(articles.createdBy, editorId), inArray(articles.slug, storySlugs())))
	).map(({ id }) => id)
	const written = and(inArray(revisions.articleId, articleIds), eq(revisions.savedBy, editorId))
	return {
		article: articleIds,
		revision: await ids(db.select({ id: revisions.id }).from(revisions).where(written)),
		tag: await ids(
			db
				.selectDistinct({ id: revisionTags.tagId })
				.from(revisionTags)
				.innerJoin(revisions, eq(revisions.id, revisionTags.revisionId))
				.where(written),
		),
		comment: await ids(
			db
				.select({ id: comments.id })
				.from(comments)
				.where(and(inArray(comments.articleId, articleIds), startsWith(comments.readerId, COMMENTER_PREFIX))),
		),
		photo: await ids(db.select({ id: photos.id }).from(photos).where(eq(photos.createdBy, editorId))),
		person: await ids(
			db
				.select({ id: people.id })
				.from(people)
				.where(
					and(
						isNull(people.email),
						inArray(
							people.slug,
							authors.map(({ slug }) => slug),
						),
					),
				),
		),
		section: await ids(
			db
				.select({ id: sections.id })
				.from(sections)
				.where(
					or(...DEMO_SECTIONS.map(([slug, name]) => and(eq(sections.slug, slug), eq(sections.name, name)))),
				),
		),
		ad: await ids(
			db
				.select({ id: ads.id })
				.from(ads)
				.where(and(eq(ads.title, DEMO_AD.title), eq(ads.url, DEMO_AD.url))),
		),
		reader: await ids(
			db
				.select({ id: readers.id })
				.from(readers)
				.where(or(startsWith(readers.id, VOTER_PREFIX), startsWith(readers.id, COMMENTER_PREFIX))),
		),
	}
}

const startsWith = (id: typeof readers.id | typeof comments.readerId, prefix: string): SQL | undefined =>
	and(gte(id, prefix), lt(id, `${prefix}\u{10ffff}`))

const storySlugs = (): string[] => storyFiles().map((path) => basename(path, '.md'))
