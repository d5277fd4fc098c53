import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { count, ne } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { readDb, write } from '@/db'
import {
	ads,
	articles,
	comments,
	demoRows,
	moods,
	people,
	photos,
	photoUses,
	readers,
	revisions,
	sections,
	tags,
} from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { planRemoval } from '@/domain/demo/plan'
import { removeDemo } from '@/domain/demo/remove'
import { hasDemo } from '@/domain/demo/rows'
import { addPerson } from '@/domain/people'
import type { StaffViewer, Viewer } from '@/domain/permissions'
import { loadDemo } from './load'
import { recordDemo, recordOlderDemo } from './record'

withDatabase()

/** Rows in place of the photographs: the loader takes a minute to resize their images. */
async function photoRows({ person }: Viewer): Promise<Map<string, number>> {
	const files = ['demo/photos', 'demo/illustrations'].flatMap((folder) => readdirSync(folder))
	const names = files
		.filter((file) => /\.(jpg|svg)$/.test(file))
		.map((file) => basename(file).split('.')[0] ?? '')
	return write(async (tx) => {
		const size = { mime: 'image/jpeg' as const, width: 300, height: 200, widths: [300] }
		const rows = names.map((name) => ({
			...size,
			...{ hash: name, caption: name, credit: name, alt: name, createdBy: person?.id },
		}))
		const added = await tx.insert(photos).values(rows).returning({ id: photos.id })
		return new Map(added.map(({ id }, index) => [names[index] ?? '', id]))
	})
}

const TABLES = { ads, articles, comments, people, photos, readers, revisions, sections, tags }

async function rowCounts(): Promise<Record<string, number>> {
	const counts: Record<string, number> = {}
	for (const [name, table] of Object.entries(TABLES)) {
		const [row] = await readDb().select({ number: count() }).from(table)
		counts[name] = row?.number ?? 0
	}
	return counts
}

const recorded = async () =>
	(await readDb().select().from(demoRows)).map(({ kind, rowId }) => `${kind} ${rowId}`).sort()

test('the demo edition is recorded whole and leaves whole', async () => {
	await loadDemo({ photos: photoRows })
	const { number } = (await readDb().select({ number: count() }).from(demoRows))[0] ?? { number: 0 }
	const loaded = await rowCounts()
	expect(number).toBe(Object.values(loaded).reduce((sum, each) => sum + each, 0))

	const first = await recorded()
	await write(async (tx) => void (await tx.delete(demoRows)))
	const account = { name: 'Ada', email: 'ada@example.org', password: 'a good long password' }
	const { id } = await addPerson({ ...account, role: 'owner' })
	const owner: StaffViewer = {
		person: { id, name: 'Ada', email: account.email, role: 'owner' },
		readerId: null,
	}
	await recordOlderDemo()
	expect(await recorded()).toEqual(first)

	const plan = await planRemoval(owner)
	expect(plan).toMatchObject({ changed: [], used: [], readerComments: 0, readerVotes: 0 })
	const { removed, kept } = await removeDemo(owner)
	expect({ removed, kept }).toEqual({ removed: plan.leaving, kept: [] })
	expect(removed).toMatchObject({ stories: loaded.articles, photographs: loaded.photos, sections: 7, ads: 1 })
	expect(await rowCounts()).toEqual({
		...Object.fromEntries(Object.keys(TABLES).map((name) => [name, 0])),
		people: 1,
	})
	for (const table of [moods, photoUses]) expect(await readDb().select().from(table)).toEqual([])
	expect(await readDb().select().from(demoRows).where(ne(demoRows.kind, 'edition'))).toEqual([])
	expect(await hasDemo()).toBe(false)

	await recordOlderDemo()
	expect(await hasDemo()).toBe(false)
	await loadDemo({ photos: photoRows })
	expect(await rowCounts()).toEqual({ ...loaded, people: (loaded.people ?? 0) + 1 })
	expect(await recorded()).toHaveLength(number)
	await recordDemo()
	expect(await recorded()).toHaveLength(number)
}, 60_000)
