import { asc, max } from 'drizzle-orm'
import { isUniqueViolation, readDb, type Tx, write } from '@/db'
import { sections } from '@/db/schema'
import { isVisible, oneLine } from '@/lib/printed-text'
import { Refusal } from '@/lib/refusal'
import { slugify } from '@/lib/slug'
import { audit } from './audit'
import { authorize, type Viewer } from './permissions'

export type NewSection = { name: string; slug: string }

/** In characters; the masthead shows all section names in a row. */
const NAME_LENGTH_MAX = 40

export async function hasSections(): Promise<boolean> {
	const [one] = await readDb().select({ id: sections.id }).from(sections).limit(1)
	return one !== undefined
}

/**
 * Adds a section after the others. An empty slug is derived from the name.
 *
 * @throws Refusal `forbidden`, or `invalid` or `conflict` naming the field
 */
export async function createSection(viewer: Viewer, input: NewSection): Promise<{ slug: string }> {
	authorize(viewer, 'change settings')
	const name = oneLine(input.name)
	if (!isVisible(name)) throw new Refusal('invalid', 'Please give the section a name.', 'name')
	if (name.length > NAME_LENGTH_MAX)
		throw new Refusal('invalid', `Please keep the name under ${NAME_LENGTH_MAX} characters.`, 'name')
	const slug = slugify(!isVisible(input.slug) ? name : input.slug)
	if (!slug) throw new Refusal('invalid', 'The address needs at least one letter or number.', 'slug')
	await write(async (tx) => {
		await tx.lock('section names', '')
		await requireNewName(tx, name)
		await insertSection(tx, { name, slug })
		tx.changed('sections')
		await audit(tx, viewer, 'make section', `section:${slug}`, { name })
	})
	return { slug }
}

async function insertSection(tx: Tx, { name, slug }: NewSection): Promise<void> {
	const [last] = await tx.select({ position: max(sections.position) }).from(sections)
	try {
		await tx.insert(sections).values({ name, slug, position: (last?.position ?? -1) + 1 })
	} catch (error) {
		if (isUniqueViolation(error, 'sections.slug'))
			throw new Refusal(
				'conflict',
				`Another section has the address /sections/${slug}. Please choose a different one.`,
				'slug',
			)
		throw error
	}
}

/** Section names are unique ignoring case, as the masthead shows names only. */
async function requireNewName(tx: Tx, name: string): Promise<void> {
	const rows = await tx.select({ name: sections.name }).from(sections).orderBy(asc(sections.position))
	const existing = rows.find((row) => row.name.toLowerCase() === name.toLowerCase())
	if (existing) throw new Refusal('conflict', `There is a section called “${existing.name}” already.`, 'name')
}
