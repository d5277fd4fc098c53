import { count, eq } from 'drizzle-orm'
import { readDb, write } from '@/db'
import { articles, people, sections } from '@/db/schema'
import { placeAd } from '@/domain/ads-desk'
import { addAuthor, type NewAuthor } from '@/domain/people'
import type { StaffViewer } from '@/domain/permissions'
import authors from './authors.json' with { type: 'json' }
import { loadPhotos } from './photos'
import { DEMO_AD, DEMO_EDITOR, recordDemo } from './record'
import { DEMO_SECTIONS } from './sections'
import { loadStory, storyFiles } from './stories'

/** True for a database without stories. */
export async function isEmpty(): Promise<boolean> {
	const [row] = await readDb().select({ number: count() }).from(articles)
	return row?.number === 0
}

/** Writes the demo edition through the domain, so that its rules apply. */
export async function loadDemo({ photos = loadPhotos } = {}): Promise<void> {
	for (const author of authors as NewAuthor[]) await addAuthor(author)
	await write(async (tx) => {
		tx.changed('sections')
		for (const [position, [slug, name, description]] of DEMO_SECTIONS.entries())
			await tx.insert(sections).values({ slug, name, description, position })
	})
	const editor = await demoEditor()
	const photoIds = await photos(editor)
	for (const path of storyFiles()) await loadStory(editor, path, photoIds)
	await placeAd(editor, { ...DEMO_AD, photoId: photoIds.get('ferry') ?? null })
	await recordDemo()
}

async function demoEditor(): Promise<StaffViewer> {
	const [mara] = await readDb().select().from(people).where(eq(people.slug, DEMO_EDITOR))
	if (!mara) throw new Error('The demo edition has no author mara-ellison, its news editor.')
	return { person: { id: mara.id, name: mara.name, email: null, role: 'editor' }, readerId: null }
}
