import { eq } from 'drizzle-orm'
import { readDb, write } from '@/db'
import { people, sections } from '@/db/schema'
import { EMPTY_STORY, type StoryFields } from '@/domain/articles/fields'
import { publishStory } from '@/domain/articles/publish'
import { startStory } from '@/domain/articles/save'
import { parseMarkdown } from '@/domain/body/markdown'
import { addAuthor } from '@/domain/people'
import type { StaffViewer, Viewer } from '@/domain/permissions'
import { personTag } from '@/lib/invalidation'
import type { Role } from '@/lib/roles'

/** Creates a staff member with a role, for tests: a byline without an account. */
export async function createStaff(role: Role, name = `A ${role}`): Promise<StaffViewer> {
	const slug = `${role}-${crypto.randomUUID().slice(0, 8)}`
	await addAuthor({ slug, name, kind: 'person' })
	const [person] = await readDb().select().from(people).where(eq(people.slug, slug))
	if (!person) throw new Error('The fixture was not stored.')
	return { person: { id: person.id, name, email: null, role }, readerId: null }
}

/** Updates a person's name and biography, and invalidates their pages. */
export const renamePerson = (id: string, changes: { name: string; bio: string }): Promise<void> =>
	write(async (tx) => {
		tx.changed(personTag(id))
		await tx.update(people).set(changes).where(eq(people.id, id))
	})

export const reader = (readerId: string = crypto.randomUUID()): Viewer => ({ person: null, readerId })

export async function storyFields(
	editor: StaffViewer,
	changes: Partial<StoryFields> = {},
): Promise<StoryFields> {
	await write(async (tx) => {
		tx.changed('sections')
		await tx.insert(sections).values({ slug: 'news', name: 'News' }).onConflictDoNothing()
	})
	const [byline] = await readDb().select().from(people).where(eq(people.id, editor.person.id))
	return {
		...EMPTY_STORY,
		headline: 'The bridge opens again',
		standfirst: 'After nine weeks the Ropewalk Bridge swings.',
		section: 'news',
		bylines: [byline?.slug ?? ''],
		body: parseMarkdown('The bridge opened at noon.'),
		...changes,
	}
}

/** Publishes a story, and returns it with its editor. */
export async function liveStory(changes: Partial<StoryFields> = {}, at?: Date) {
	const editor = await createStaff('editor')
	const story = await startStory(editor, await storyFields(editor, changes))
	await publishStory(editor, story.articleId, { revisionId: story.revisionId, at })
	return { editor, ...story }
}
