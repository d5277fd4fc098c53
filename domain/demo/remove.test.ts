import { and, eq, inArray, ne } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { readDb } from '@/db'
import {
	articles,
	auditEvents,
	comments,
	commentTallies,
	demoRows,
	moods,
	moodTallies,
	photos,
	ratings,
	ratingTallies,
	revisions,
} from '@/db/schema'
import { brokenReferences, queryRows, withDatabase } from '@/db/testing'
import { allIds, EDITS, edit, type Ids, loadEdition, without } from '@/e2e/support/demo-edition'
import fc from '@/e2e/support/fast-check'
import { createStaff, storyFields } from '@/e2e/support/stories'
import { findArticle } from '../articles/find-article'
import { startStory } from '../articles/save'
import { planRemoval } from './plan'
import { removeDemo } from './remove'
import type { DemoKind } from './rows'

withDatabase()

const KINDS: DemoKind[] = ['ad', 'article', 'person', 'photo', 'revision', 'section', 'tag']

/** All rows of the edition that rows of the newsroom need, by the foreign keys. */
async function needed(made: Ids): Promise<Set<string>> {
	const query = async (text: string) =>
		(await queryRows<Record<string, string | number | null>>(text)).map(
			(row) => Object.values(row)[0] ?? null,
		)
	const kept = (
		await query(
			`select article_id from revisions where not exists
		 (select 1 from demo_rows where kind = 'revision' and row_id = cast(revisions.id as text))`,
		)
	).join(',')
	const inKept = `from revisions where article_id in (${kept || 0})`
	const used: Record<string, (string | number | null)[]> = {
		article: kept.split(','),
		revision: await query(`select id ${inKept}`),
		section:
			await query(`select section_id ${inKept} union select id from sections where merged_into_id is not null
			union select merged_into_id from sections`),
		photo: await query(`select photo_id from photo_uses where revision_id in (select id ${inKept})
			union select photo_id from ads where title = 'Ours'`),
		person: await query(`select person_id from revision_bylines where revision_id in (select id ${inKept})
			union select saved_by ${inKept}`),
		tag: await query(`select tag_id from revision_tags where revision_id in (select id ${inKept})`),
	}
	return new Set(
		Object.entries(used).flatMap(([kind, ids]) =>
			ids.filter((id) => made[kind as DemoKind].has(String(id))).map((id) => `${kind} ${id}`),
		),
	)
}

/** Rows that the edits describe or rename, by the audit log. */
async function changedRows(maker: string): Promise<Set<string>> {
	const rows = await readDb()
		.select({ subject: auditEvents.subject })
		.from(auditEvents)
		.where(
			and(
				ne(auditEvents.personId, maker),
				inArray(auditEvents.action, ['change photo', 'change section', 'merge section']),
			),
		)
	return new Set(rows.map(({ subject }) => subject.replace(':', ' ')))
}

async function checkTallies(): Promise<void> {
	const db = readDb()
	for (const { articleId, mood, votes } of await db.select().from(moodTallies))
		expect(
			(await db.select().from(moods).where(eq(moods.articleId, articleId))).filter(
				(row) => row.mood === mood,
			),
		).toHaveLength(votes)
	for (const { articleId, stars, votes } of await db.select().from(ratingTallies))
		expect(
			(await db.select().from(ratings).where(eq(ratings.articleId, articleId))).filter(
				(row) => row.stars === stars,
			),
		).toHaveLength(votes)
	for (const { articleId, approved } of await db.select().from(commentTallies))
		expect(
			(await db.select().from(comments).where(eq(comments.articleId, articleId))).filter(
				(row) => row.state === 'approved',
			),
		).toHaveLength(approved)
}

test('after any edits a removal deletes exactly the unused rows', async () => {
	const owner = await createStaff('owner')
	await startStory(owner, await storyFields(owner))
	const steps = fc.array(fc.tuple(fc.constantFrom(...Object.keys(EDITS)), fc.nat({ max: 1_000 })), {
		maxLength: 8,
	})
	await fc.assert(
		fc.asyncProperty(steps, async (edits) => {
			const edition = await loadEdition(owner)
			for (const [name, number] of edits) await edit(edition, name, number)
			const before = await allIds()
			const [stays, changed] = [await needed(edition.made), await changedRows(edition.maker.person.id)]
			const plan = await planRemoval(owner)
			const { removed } = await removeDemo(owner)
			expect(removed).toEqual(plan.leaving)
			expect(await brokenReferences()).toEqual([])
			await checkTallies()

			const after = await allIds()
			for (const kind of KINDS) {
				const own = [...without(before[kind], edition.made[kind])]
				expect([kind, own.filter((id) => !after[kind].has(id))]).toEqual([kind, []])
				const left = [...edition.made[kind]].filter((id) => after[kind].has(id)).map((id) => `${kind} ${id}`)
				expect(left.filter((row) => !stays.has(row) && !changed.has(row))).toEqual([])
			}
			const fictional = [...edition.made.reader].filter((id) => after.reader.has(id))
			expect(fictional).toEqual([])
			expect((await readDb().select().from(demoRows)).map(({ kind }) => kind)).toEqual(['edition'])
		}),
		{ numRuns: 8 },
	)
}, 120_000)

test('an edited story stays unless its newest version is chosen', async () => {
	const owner = await createStaff('owner')
	const edition = await loadEdition(owner)
	const [id = 0] = edition.stories
	await edit(edition, 'edit a story', 0)
	const { changed } = await planRemoval(owner)
	expect(changed).toMatchObject([{ kind: 'stories', href: `/desk/stories/${id}` }])
	// The choice precedes this edit, so its key is invalid.
	await edit(edition, 'edit a story', 0)
	expect((await removeDemo(owner, [changed[0]?.key ?? ''])).kept).toContain(
		(await readDb().select().from(revisions).where(eq(revisions.articleId, id)).orderBy(revisions.id)).at(-1)
			?.headline,
	)
	const other = await loadEdition(owner)
	await edit(other, 'edit a story', 0)
	const [story] = (await planRemoval(owner)).changed
	const { removed } = await removeDemo(owner, [story?.key ?? ''])
	expect(removed.stories).toBe(2)
})

test('an answered comment of a kept story stays with its answer', async () => {
	const owner = await createStaff('owner')
	const edition = await loadEdition(owner)
	await edit(edition, 'edit a story', 0)
	await edit(edition, 'comment', 1)
	await removeDemo(owner)
	const left = await readDb()
		.select()
		.from(comments)
		.where(eq(comments.articleId, edition.stories[0] ?? 0))
	expect(left.map(({ parentId, authorName }) => [parentId === null, authorName])).toEqual([
		[true, 'Ann'],
		[false, 'Bo'],
	])
	await checkTallies()
})

test('readers’ comments and votes are counted before they leave', async () => {
	const owner = await createStaff('owner')
	const edition = await loadEdition(owner)
	for (const name of ['comment', 'vote']) await edit(edition, name, 0)
	expect(await planRemoval(owner)).toMatchObject({ readerComments: 1, readerVotes: 2 })
	const [row] = await readDb()
		.select()
		.from(articles)
		.where(eq(articles.id, edition.stories[0] ?? 0))
	await removeDemo(owner)
	expect(await findArticle(row?.slug ?? '')).toEqual({ kind: 'unknown' })
})

test('a photograph in the newsroom’s own story keeps its credit', async () => {
	const owner = await createStaff('owner')
	const edition = await loadEdition(owner)
	const heroPhotoId = edition.photoIds[0] ?? null
	await startStory(owner, await storyFields(owner, { heroPhotoId }))
	const { removed } = await removeDemo(owner)
	expect(removed).toMatchObject({ photographs: 2, people: 1 })
	const [kept] = await readDb()
		.select()
		.from(photos)
		.where(eq(photos.id, heroPhotoId ?? 0))
	expect(kept).toMatchObject({ credit: 'A maker', createdBy: null })
})

test('an editor may not remove the demo edition', async () => {
	const editor = await createStaff('editor')
	await expect(removeDemo(editor)).rejects.toMatchObject({ code: 'forbidden' })
	await expect(planRemoval(editor)).rejects.toMatchObject({ code: 'forbidden' })
})
