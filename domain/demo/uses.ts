import {
	and,
	type Column,
	eq,
	inArray,
	isNotNull,
	isNull,
	not,
	notInArray,
	or,
	type SQL,
	sql,
} from 'drizzle-orm'
import type { Queryable } from '@/db'
import {
	ads,
	auditEvents,
	autosaves,
	corrections,
	pageRevisions,
	people,
	personPictures,
	photoUses,
	revisionBylines,
	revisions,
	sections,
	settings,
	storyNotes,
} from '@/db/schema'
import type { MenuItem } from '@/lib/menu'
import type { BodyDocument } from '../body/document'
import { photoIdsOf } from '../body/plain-text'
import { MENU_SETTINGS } from '../menus'
import { isOfDemo } from './rows'

/*
 * Uses and changes of the demo edition by the newsroom. `leaving` names rows that a planned removal deletes; the
 * removal itself deletes them first.
 */

export type Leaving = { articles: number[]; ads: number[] }

const NOTHING_LEAVES: Leaving = { articles: [], ads: [] }

type Rows = PromiseLike<unknown[]>

/** Runs the queries in order, to the first with a row. */
async function someOf(...queries: Rows[]): Promise<boolean> {
	for (const query of queries) if ((await query).length > 0) return true
	return false
}

const one = sql<number>`1`

/** Condition: a person of the newsroom, not of the edition. */
const isReal = (personId: Column): SQL | undefined => or(isNull(personId), not(isOfDemo('person', personId)))

/** Later versions, corrections, notes and unsaved text of the newsroom in a story of the demo edition. */
export const hasOwnWork = (on: Queryable, articleId: number): Promise<boolean> =>
	someOf(
		on
			.select({ one })
			.from(revisions)
			.where(and(eq(revisions.articleId, articleId), not(isOfDemo('revision', revisions.id))))
			.limit(1),
		on
			.select({ one })
			.from(corrections)
			.where(and(eq(corrections.articleId, articleId), isReal(corrections.addedBy)))
			.limit(1),
		on
			.select({ one })
			.from(storyNotes)
			.where(and(eq(storyNotes.articleId, articleId), isReal(storyNotes.personId)))
			.limit(1),
		on.select({ one }).from(autosaves).where(eq(autosaves.articleId, articleId)).limit(1),
	)

/** Actions that switch a row on or off, without a change of its texts. */
const SWITCHES = [
	'bring back section',
	'move to trash',
	'restore from trash',
	'retire advertisement',
	'retire section',
	'run advertisement',
	'stop advertisement',
]

/** Whether the newsroom has changed a row, by the audit log. */
export const wasChanged = (on: Queryable, subject: string): Promise<boolean> =>
	someOf(
		on
			.select({ one })
			.from(auditEvents)
			.where(
				and(
					eq(auditEvents.subject, subject),
					notInArray(auditEvents.action, SWITCHES),
					isReal(auditEvents.personId),
				),
			)
			.limit(1),
	)

const staysIn = (leaving: number[]): SQL | undefined =>
	leaving.length > 0 ? notInArray(revisions.articleId, leaving) : undefined

export async function isPhotoUsed(on: Queryable, id: number, leaving = NOTHING_LEAVES): Promise<boolean> {
	const used = await someOf(
		on
			.select({ one })
			.from(photoUses)
			.innerJoin(revisions, eq(revisions.id, photoUses.revisionId))
			.where(and(eq(photoUses.photoId, id), staysIn(leaving.articles)))
			.limit(1),
		on
			.select({ one })
			.from(ads)
			.where(and(eq(ads.photoId, id), leaving.ads.length > 0 ? notInArray(ads.id, leaving.ads) : undefined))
			.limit(1),
		on
			.select({ one })
			.from(personPictures)
			.where(and(eq(personPictures.photoId, id), not(isOfDemo('person', personPictures.personId))))
			.limit(1),
	)
	return used || (await isPhotoWritten(on, id, leaving))
}

/** Uses in texts without a row of their own: static pages and unsaved stories. */
async function isPhotoWritten(on: Queryable, id: number, leaving: Leaving): Promise<boolean> {
	const pages = await on.select({ body: pageRevisions.body }).from(pageRevisions)
	if (pages.some(({ body }) => photoIdsOf(body as BodyDocument).includes(id))) return true
	const typed = await on
		.select({ fields: autosaves.fields })
		.from(autosaves)
		.where(or(isNull(autosaves.articleId), notInArray(autosaves.articleId, leaving.articles)))
	return typed.some(
		({ fields }) =>
			fields.heroPhotoId?.includes(String(id)) ||
			Object.values(fields).some((values) => values.some((text) => text.includes(`photo:${id})`))),
	)
}

export async function isSectionUsed(on: Queryable, id: number, leaving = NOTHING_LEAVES): Promise<boolean> {
	const used = await someOf(
		on
			.select({ one })
			.from(revisions)
			.where(and(eq(revisions.sectionId, id), staysIn(leaving.articles)))
			.limit(1),
		// A merged section keeps the old address of its target.
		on
			.select({ one })
			.from(sections)
			.where(or(eq(sections.mergedIntoId, id), and(eq(sections.id, id), isNotNull(sections.mergedIntoId))))
			.limit(1),
	)
	if (used || (await isInMenus(on, id))) return true
	const placed = await on.select({ id: ads.id, sectionIds: ads.sectionIds }).from(ads)
	return placed.some((ad) => ad.sectionIds.includes(id) && !leaving.ads.includes(ad.id))
}

async function isInMenus(on: Queryable, id: number): Promise<boolean> {
	const [section] = await on.select({ slug: sections.slug }).from(sections).where(eq(sections.id, id))
	const menus = await on
		.select({ items: settings.value })
		.from(settings)
		.where(inArray(settings.key, Object.values(MENU_SETTINGS)))
	return menus.some(({ items }) =>
		(items as MenuItem[]).some((item) => item.kind === 'section' && item.slug === section?.slug),
	)
}

export const isPersonUsed = (on: Queryable, id: string, leaving = NOTHING_LEAVES): Promise<boolean> =>
	someOf(
		// An account: a colleague has accepted an invitation as this author.
		on
			.select({ one })
			.from(people)
			.where(and(eq(people.id, id), isNotNull(people.email)))
			.limit(1),
		on
			.select({ one })
			.from(revisionBylines)
			.innerJoin(revisions, eq(revisions.id, revisionBylines.revisionId))
			.where(and(eq(revisionBylines.personId, id), staysIn(leaving.articles)))
			.limit(1),
		on
			.select({ one })
			.from(revisions)
			.where(and(eq(revisions.savedBy, id), staysIn(leaving.articles)))
			.limit(1),
	)
