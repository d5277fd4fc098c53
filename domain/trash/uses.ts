import { eq, gt, inArray, or } from 'drizzle-orm'
import type { Queryable } from '@/db'
import {
	ads,
	comments,
	frontPages,
	PERSON_REFERENCES,
	pageRevisions,
	pages,
	people,
	personPictures,
	revisionBylines,
	revisions,
	sections,
	settings,
} from '@/db/schema'
import { arrangementIn } from '@/lib/front-page-arrangement'
import { MENUS, type MenuItem } from '@/lib/menu'
import { sectionAt } from '../articles/section-address'
import { revisionsBy, revisionsWithPhoto, revisionsWithTag } from '../articles/selections'
import type { BodyDocument } from '../body/document'
import { photoIdsOf } from '../body/plain-text'
import { startedBy } from '../front-page-arrangements'
import { MENU_SETTINGS } from '../menus'
import { can, type Permission, type Viewer } from '../permissions'
import { findTrashed } from './rows'
import { storyUses, type Use } from './story-uses'

/*
 * Dependents of a row, for which it cannot be moved to the trash. Things in the trash count too, so that a restored one
 * is whole; texts that readers never saw do not.
 */

export const photoUsesOf = async (on: Queryable, viewer: Viewer, id: number): Promise<Use[]> => [
	...(await storyUses(on, viewer, inArray(revisions.id, revisionsWithPhoto(on, id)))),
	...(await adUses(on, viewer, ({ photoId }) => photoId === id)),
	...(await pictureUses(on, viewer, id)),
	...(await pageUses(on, viewer, id)),
]

export async function sectionUsesOf(on: Queryable, viewer: Viewer, id: number): Promise<Use[]> {
	const merged = await on.select().from(sections).where(eq(sections.mergedIntoId, id))
	const ids = [id, ...merged.map((section) => section.id)]
	return [
		...(await storyUses(on, viewer, inArray(revisions.sectionId, ids))),
		...(await adUses(on, viewer, ({ sectionIds }) => sectionIds.includes(id))),
		...merged.map(({ slug }) => ({ what: `the address /sections/${slug}, which leads here`, ...NO_PAGE })),
		...(await menuUses(on, id)),
		...(await arrangementUses(on, viewer, id)),
	]
}

export const tagUsesOf = (on: Queryable, viewer: Viewer, id: number): Promise<Use[]> =>
	storyUses(on, viewer, inArray(revisions.id, revisionsWithTag(on, id)))

export async function personUsesOf(on: Queryable, viewer: Viewer, id: string): Promise<Use[]> {
	const uses = await storyUses(on, viewer, inArray(revisions.id, revisionsBy(on, id)))
	if ((await on.select().from(comments).where(eq(comments.personId, id)).limit(1)).length > 0)
		uses.push({ what: 'comments under this name', ...NO_PAGE })
	if (await hasDeskWork(on, id)) uses.push({ what: 'work at the desk under this name', ...NO_PAGE })
	return uses
}

const NO_PAGE = { name: null, href: null }

const pageFor = (viewer: Viewer, permission: Permission, href: string): string | null =>
	can(viewer, permission) ? href : null

type Ad = typeof ads.$inferSelect

async function adUses(on: Queryable, viewer: Viewer, uses: (ad: Ad) => boolean): Promise<Use[]> {
	const found: Use[] = []
	for (const { id, title } of (await on.select().from(ads)).filter(uses)) {
		const path = (await findTrashed(on, 'ad', id)) ? '/desk/trash' : `/desk/advertisements/${id}`
		const href = pageFor(viewer, 'place advertisements', path)
		found.push({ what: 'the advertisement', name: title, href })
	}
	return found
}

async function pictureUses(on: Queryable, viewer: Viewer, photoId: number): Promise<Use[]> {
	const rows = await on
		.select({ id: people.id, name: people.name })
		.from(personPictures)
		.innerJoin(people, eq(people.id, personPictures.personId))
		.where(eq(personPictures.photoId, photoId))
	return rows.map(({ id, name }) => ({
		what: 'the profile of',
		name,
		href: pageFor(viewer, 'manage people', `/desk/people/${id}`),
	}))
}

/** Static pages by their published or newest text; the body has no row for each photograph. */
async function pageUses(on: Queryable, viewer: Viewer, photoId: number): Promise<Use[]> {
	const rows = await on
		.select({ id: pages.id, title: pageRevisions.title, body: pageRevisions.body })
		.from(pages)
		.innerJoin(
			pageRevisions,
			or(eq(pageRevisions.id, pages.publishedRevisionId), eq(pageRevisions.id, pages.headRevisionId)),
		)
	const using = rows.filter(({ body }) => photoIdsOf(body as BodyDocument).includes(photoId))
	return [...new Map(using.map(({ id, title }) => [id, title]))].map(([id, title]) => ({
		what: 'the page',
		name: title,
		href: pageFor(viewer, 'edit pages', `/desk/pages/${id}`),
	}))
}

async function menuUses(on: Queryable, id: number): Promise<Use[]> {
	const uses: Use[] = []
	for (const name of MENUS) {
		const [row] = await on.select().from(settings).where(eq(settings.key, MENU_SETTINGS[name]))
		for (const item of (row?.value ?? []) as MenuItem[])
			if (item.kind === 'section' && (await sectionAt(item.slug, on))?.id === id)
				uses.push({
					what: `the menu at the ${name === 'masthead' ? 'top' : 'foot'}`,
					name: null,
					href: MENUS_PATH,
				})
	}
	return uses
}

const MENUS_PATH = '/desk/settings/menus'

/** The arrangement in force and the scheduled ones, if they give the section a block of stories. */
async function arrangementUses(on: Queryable, viewer: Viewer, id: number): Promise<Use[]> {
	const now = new Date()
	const [current] = await startedBy(on, { at: now })
	const scheduled = await on.select().from(frontPages).where(gt(frontPages.startsAt, now))
	const using = [...(current ? [current] : []), ...scheduled].some(({ arrangement }) =>
		arrangementIn(arrangement).sections.some((section) => section.id === id && section.stories > 0),
	)
	const href = pageFor(viewer, 'arrange the front page', '/desk/front-page')
	return using ? [{ what: 'the arrangement of the front page', name: null, href }] : []
}

/** Whether rows name the person besides bylines and what is deleted with the person. */
async function hasDeskWork(on: Queryable, id: string): Promise<boolean> {
	for (const column of PERSON_REFERENCES) {
		if (column === revisionBylines.personId) continue
		const [row] = await on.select({ id: column }).from(column.table).where(eq(column, id)).limit(1)
		if (row) return true
	}
	return false
}
