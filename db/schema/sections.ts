import { type AnyColumn, createdAt, foreignId, id, integer, table, text, timestamp } from '../sqlite/columns'

export const sections = table('sections', {
	id: id(),
	slug: text().notNull().unique(),
	name: text().notNull(),
	description: text(),
	position: integer().notNull().default(0),
	/** A retired section keeps its page and its stories and leaves the menu and the story form. */
	retiredAt: timestamp(),
	/** The section that took over the stories; this one's address redirects there. */
	mergedIntoId: foreignId().references((): AnyColumn => sections.id),
})

/** Old slugs of sections, so that published links keep working. */
export const sectionRedirects = table('section_redirects', {
	slug: text().primaryKey(),
	sectionId: foreignId()
		.notNull()
		.references(() => sections.id, { onDelete: 'cascade' }),
	createdAt: createdAt(),
})
