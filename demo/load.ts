import { count, eq } from 'drizzle-orm'
import { articles, people, sections } from '@/db/schema'
import { readDb } from '@/db/sqlite/connection'
import { write } from '@/db/write'
import { placeAd } from '@/domain/ads'
import { addAuthor, type NewAuthor } from '@/domain/people'
import type { StaffViewer } from '@/domain/permissions'
import authors from './authors.json' with { type: 'json' }
import { loadPictures } from './photos'
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

/** Whether nobody has written a story yet. */
export async function isEmpty(): Promise<boolean> {
	const [row] = await readDb().select({ number: count() }).from(articles)
	return row?.number === 0
}

/** The demo edition, written through the domain so that every rule of the house holds for it too. */
export async function loadDemo(): Promise<void> {
	for (const author of authors as NewAuthor[]) await addAuthor(author)
	await write(async (tx) => {
		tx.changed('sections')
		for (const [position, [slug, name, description]] of SECTIONS.entries())
			await tx.insert(sections).values({ slug, name, description, position })
	})
	const editor = await demoEditor()
	const pictures = await loadPictures(editor)
	for (const path of storyFiles()) await loadStory(editor, path, pictures)
	await placeAd(editor, {
		title: 'The harbour letter',
		text: 'One letter on Saturday morning: the week in Larkhaven, and one good walk.',
		url: 'https://example.org/harbour-letter',
		photoId: pictures.get('ferry') ?? null,
	})
}

async function demoEditor(): Promise<StaffViewer> {
	const [mara] = await readDb().select().from(people).where(eq(people.slug, 'mara-ellison'))
	if (!mara) throw new Error('The demo edition has lost its news editor.')
	return { person: { id: mara.id, name: mara.name, email: null, role: 'editor' }, readerId: null }
}
