import { count, eq } from 'drizzle-orm'
import { readDb, write } from '@/db'
import { articles, people, sections } from '@/db/schema'
import { placeAd } from '@/domain/ads-desk'
import { addAuthor, type NewAuthor } from '@/domain/people'
import type { StaffViewer } from '@/domain/permissions'
import authors from './authors.json' with { type: 'json' }
import { loadPhotos } from './photos'
import { loadStory, storyFiles } from './stories'

const SECTIONS = [
	['news', 'News', 'What happened in Larkhaven and along the Sorrel.'],
	['politics', 'Politics', 'The council, the county and who decides.'],
	['fashion', 'Fashion', 'What we wear, who makes it and who mends it.'],
	['lifestyle', 'Lifestyle', 'How the city eats, reads, grows and rests.'],
	['religion', 'Religion', 'Faith and the lack of it, in company.'],
	['economics', 'Economics', 'Money, work and what things cost.'],
	['sports', 'Sports', 'Games, the people who play them, and the weather.'],
] as const

/** True for a database without stories. */
export async function isEmpty(): Promise<boolean> {
	const [row] = await readDb().select({ number: count() }).from(articles)
	return row?.number === 0
}

/** Writes the demo edition through the domain, so that its rules apply. */
export async function loadDemo(): Promise<void> {
	for (const author of authors as NewAuthor[]) await addAuthor(author)
	await write(async (tx) => {
		tx.changed('sections')
		for (const [position, [slug, name, description]] of SECTIONS.entries())
			await tx.insert(sections).values({ slug, name, description, position })
	})
	const editor = await demoEditor()
	const photoIds = await loadPhotos(editor)
	for (const path of storyFiles()) await loadStory(editor, path, photoIds)
	await placeAd(editor, {
		title: 'The harbour letter',
		text: 'One letter on Saturday morning: the week in Larkhaven, and one good walk.',
		url: 'https://example.org/harbour-letter',
		photoId: photoIds.get('ferry') ?? null,
	})
}

async function demoEditor(): Promise<StaffViewer> {
	const [mara] = await readDb().select().from(people).where(eq(people.slug, 'mara-ellison'))
	if (!mara) throw new Error('The demo edition has no author mara-ellison, its news editor.')
	return { person: { id: mara.id, name: mara.name, email: null, role: 'editor' }, readerId: null }
}
