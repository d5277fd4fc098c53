import { and, asc, eq, isNull, max, ne } from 'drizzle-orm'
import { isUniqueViolation, readDb, type Tx, write } from '@/db'
import { revisions, sectionRedirects, sections } from '@/db/schema'
import { isVisible, oneLine } from '@/lib/printed-text'
import { Refusal } from '@/lib/refusal'
import { slugify } from '@/lib/slug'
import { isInMenu } from './articles/section-address'
import { audit } from './audit'
import { authorize, type Viewer } from './permissions'
import { isKept } from './trash/rows'

export type SectionInput = { name: string; slug: string; description?: string }

type Section = typeof sections.$inferSelect

/** In characters; the masthead shows all section names in a row. */
export const SECTION_NAME_LENGTH_MAX = 40
/** In characters: a line or two under the heading of the section's page. */
const DESCRIPTION_LENGTH_MAX = 300

export async function hasSections(): Promise<boolean> {
	const [one] = await readDb().select({ id: sections.id }).from(sections).where(isInMenu).limit(1)
	return one !== undefined
}

/**
 * Adds a section after the others. An empty slug is derived from the name.
 *
 * @throws Refusal `forbidden`, or `invalid` or `conflict` naming the field
 */
export async function createSection(viewer: Viewer, input: SectionInput): Promise<{ slug: string }> {
	authorize(viewer, 'change settings')
	const section = checkSection(input)
	await write((tx) => addSection(tx, viewer, section))
	return { slug: section.slug }
}

/** Adds the sections that do not exist yet by name, in the given order. @throws Refusal naming the field `name` */
export async function createSections(viewer: Viewer, names: readonly string[]): Promise<void> {
	authorize(viewer, 'change settings')
	const checked = names.map((name) => checkSection({ name, slug: '' }))
	await write(async (tx) => {
		await lockSections(tx)
		for (const section of checked)
			if (!(await sectionNamed(tx, section.name))) await addSection(tx, viewer, section)
	})
}

async function addSection(tx: Tx, viewer: Viewer, values: ReturnType<typeof checkSection>): Promise<void> {
	await lockSections(tx)
	await requireNewName(tx, values.name)
	await requireUnusedSlug(tx, values.slug)
	const position = await nextPosition(tx)
	const id = await refusingTakenSlug(values.slug, async () => {
		const [added] = await tx
			.insert(sections)
			.values({ ...values, position })
			.returning({ id: sections.id })
		return added?.id
	})
	tx.changed('sections')
	await audit(tx, viewer, 'make section', `section:${id}`, { name: values.name })
}

/**
 * Changes name, address and description. The old address redirects to the new one.
 *
 * @throws Refusal `forbidden` or `not-found`, or `invalid` or `conflict` naming the field
 */
export async function changeSection(viewer: Viewer, id: number, input: SectionInput): Promise<void> {
	authorize(viewer, 'change settings')
	const checked = checkSection(input)
	await write(async (tx) => {
		await lockSections(tx)
		const section = await requireSection(tx, id)
		const values =
			input.description === undefined ? { ...checked, description: section.description } : checked
		const changed = (Object.keys(values) as (keyof typeof values)[]).filter(
			(key) => values[key] !== section[key],
		)
		if (changed.length === 0) return
		if (changed.includes('name')) await requireNewName(tx, values.name, id)
		if (changed.includes('slug')) await redirectOldSlug(tx, section, values.slug)
		await refusingTakenSlug(values.slug, () => tx.update(sections).set(values).where(eq(sections.id, id)))
		tx.changed('sections')
		const of = (from: Pick<Section, keyof typeof values>) =>
			Object.fromEntries(changed.map((key) => [key, from[key]]))
		await audit(tx, viewer, 'change section', `section:${id}`, { from: of(section), to: of(values) })
	})
}

async function redirectOldSlug(tx: Tx, { id, slug }: Section, next: string): Promise<void> {
	await requireUnusedSlug(tx, next, id)
	await tx.delete(sectionRedirects).where(eq(sectionRedirects.slug, next))
	await tx.insert(sectionRedirects).values({ slug, sectionId: id })
}

/** Moves a section one place in the menu. At the end of the menu it stays where it is. */
export async function moveSection(viewer: Viewer, id: number, direction: 'up' | 'down'): Promise<void> {
	authorize(viewer, 'change settings')
	await write(async (tx) => {
		await lockSections(tx)
		const rows = await tx
			.select({ id: sections.id, name: sections.name, position: sections.position })
			.from(sections)
			.where(isInMenu)
			.orderBy(asc(sections.position), asc(sections.id))
		const from = rows.findIndex((row) => row.id === id)
		if (from < 0) throw notThere()
		const to = direction === 'up' ? from - 1 : from + 1
		const [moved] = to in rows ? rows.splice(from, 1) : []
		if (!moved) return
		rows.splice(to, 0, moved)
		for (const [position, row] of rows.entries())
			if (row.position !== position)
				await tx.update(sections).set({ position }).where(eq(sections.id, row.id))
		tx.changed('sections')
		await audit(tx, viewer, 'order sections', 'sections', { section: moved.name, from: from + 1, to: to + 1 })
	})
}

/** Retires a section, or brings it back at the end of the menu. */
export async function setSectionRetired(viewer: Viewer, id: number, retired: boolean): Promise<void> {
	authorize(viewer, 'change settings')
	await write(async (tx) => {
		await lockSections(tx)
		const { retiredAt } = await requireSection(tx, id)
		if ((retiredAt !== null) === retired) return
		const values = retired ? { retiredAt: new Date() } : { retiredAt: null, position: await nextPosition(tx) }
		await tx.update(sections).set(values).where(eq(sections.id, id))
		tx.changed('sections')
		await audit(tx, viewer, retired ? 'retire section' : 'bring back section', `section:${id}`)
	})
}

/** One lock for all sections: names, slugs and the order are rules about the whole list. */
export const lockSections = (tx: Tx): Promise<void> => tx.lock('section names', '')

/** @throws Refusal `not-found` for a missing or merged section, and for one in the trash */
export async function requireSection(tx: Pick<Tx, 'select'>, id: number): Promise<Section> {
	const [section] = await tx
		.select()
		.from(sections)
		.where(and(eq(sections.id, id), isNull(sections.mergedIntoId), isKept('section', sections.id)))
	if (!section) throw notThere()
	return section
}

const notThere = () => new Refusal('not-found', 'This section is no longer there.')

function checkSection(input: SectionInput) {
	const name = oneLine(input.name)
	if (!isVisible(name)) throw new Refusal('invalid', 'Please give the section a name.', 'name')
	if (name.length > SECTION_NAME_LENGTH_MAX)
		throw new Refusal('invalid', `Please keep the name under ${SECTION_NAME_LENGTH_MAX} characters.`, 'name')
	const slug = slugify(!isVisible(input.slug) ? name : input.slug)
	if (!slug) throw new Refusal('invalid', 'The address needs at least one letter or number.', 'slug')
	const description = oneLine(input.description ?? '') || null
	if (description && description.length > DESCRIPTION_LENGTH_MAX)
		throw new Refusal(
			'invalid',
			`Please keep the description under ${DESCRIPTION_LENGTH_MAX} characters.`,
			'description',
		)
	return { name, slug, description }
}

async function nextPosition(tx: Tx): Promise<number> {
	const [last] = await tx.select({ position: max(sections.position) }).from(sections)
	return (last?.position ?? -1) + 1
}

/** Section names are unique ignoring case, as the masthead shows names only. */
export async function requireNewName(tx: Tx, name: string, exceptId = 0): Promise<void> {
	const existing = await sectionNamed(tx, name, exceptId)
	if (existing) throw new Refusal('conflict', `There is a section called “${existing.name}” already.`, 'name')
}

async function sectionNamed(tx: Tx, name: string, exceptId = 0) {
	const rows = await tx
		.select({ id: sections.id, name: sections.name })
		.from(sections)
		.where(and(isNull(sections.mergedIntoId), isKept('section', sections.id)))
	return rows.find((row) => row.id !== exceptId && row.name.toLowerCase() === name.toLowerCase())
}

/** An old slug leads to its section until that section takes it back. */
async function requireUnusedSlug(tx: Tx, slug: string, exceptId = 0): Promise<void> {
	const [once] = await tx
		.select({ slug: sectionRedirects.slug })
		.from(sectionRedirects)
		.where(and(eq(sectionRedirects.slug, slug), ne(sectionRedirects.sectionId, exceptId)))
	if (once) throw slugTaken(slug)
}

async function refusingTakenSlug<T>(slug: string, run: () => PromiseLike<T>): Promise<T> {
	try {
		return await run()
	} catch (error) {
		if (isUniqueViolation(error, 'sections.slug')) throw slugTaken(slug)
		throw error
	}
}

const slugTaken = (slug: string) =>
	new Refusal(
		'conflict',
		`Another section, perhaps one in the trash, has or had the address /sections/${slug}. Please choose a different one.`,
		'slug',
	)

/**
 * Deletes a section with its addresses. @returns false if texts that readers never saw name it: the row stays, under a
 * slug that no section can have
 */
export async function eraseSection(tx: Tx, id: number): Promise<boolean> {
	const named = await tx
		.select({ id: revisions.id })
		.from(revisions)
		.where(eq(revisions.sectionId, id))
		.limit(1)
	if (named.length === 0) {
		await tx.delete(sections).where(eq(sections.id, id))
		return true
	}
	await tx.delete(sectionRedirects).where(eq(sectionRedirects.sectionId, id))
	await tx
		.update(sections)
		.set({ slug: `~${id}`, description: null })
		.where(eq(sections.id, id))
	return false
}
