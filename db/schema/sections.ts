import {
	type AnyColumn,
	createdAt,
	enumText,
	foreignId,
	id,
	integer,
	table,
	text,
	timestamp,
} from '../columns'

/** Whether a section, a story or the site takes comments; `premoderated`: each comment of a reader is held. */
export const COMMENTS_POLICIES = ['open', 'premoderated', 'closed'] as const

/**
 * `guests`: a name and an e-mail address suffice for a comment; `confirmed`: it waits until the address is confirmed;
 * `accounts`: comments require sign-in.
 */
export const COMMENTS_FROM = ['guests', 'confirmed', 'accounts'] as const

export const sections = table('sections', {
	id: id(),
	slug: text().notNull().unique(),
	name: text().notNull(),
	description: text(),
	position: integer().notNull().default(0),
	/** A retired section keeps its page and its stories and leaves the menu and the story form. */
	retiredAt: timestamp(),
	/** Comments of stories without choices of their own; null: those of the site. */
	commentsPolicy: enumText(COMMENTS_POLICIES),
	commentsFrom: enumText(COMMENTS_FROM),
	commentsCloseAfterDays: integer(),
	/** Start and reason of a closure, both told to readers. */
	commentsClosedAt: timestamp(),
	commentsClosedReason: text(),
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
