import { eq, inArray } from 'drizzle-orm'
import type { Queryable, Tx } from '@/db'
import { ads, people, photos, revisionBylines, revisionTags, sections, tags } from '@/db/schema'
import { type CacheTag, personTag } from '@/lib/invalidation'
import { Refusal } from '@/lib/refusal'
import { authorizeFor, type Permission, type StaffViewer, type Viewer } from '../permissions'
import { endAccess, returnAccess } from '../person-access'
import { requireEditable } from '../photos/change'
import { erasePhoto } from '../photos/erase'
import { eraseSection, lockSections, requireNewName } from '../sections'
import { lockTags } from '../tag-names'
import type { TrashKind } from './rows'
import type { Use } from './story-uses'
import { personUsesOf, photoUsesOf, sectionUsesOf, tagUsesOf } from './uses'

/** How rows of a kind are removed; `id` is the text of `trashed_rows.row_id`. */
type Kind = {
	permission: Permission
	lock: (tx: Tx, id: string) => Promise<void>
	/** @returns the row's name in a sentence @throws Refusal if it is missing, or if the viewer may not remove it */
	require: (on: Queryable, viewer: StaffViewer, id: string) => Promise<string>
	names: (on: Queryable, ids: string[]) => Promise<[id: string | number, name: string][]>
	/** Dependents for which the row cannot be moved to the trash. */
	uses: (on: Queryable, viewer: Viewer, id: string) => Promise<Use[]>
	tags: (id: string) => CacheTag[]
	/** Further changes with the move to the trash, and with the return. */
	moved?: (tx: Tx, viewer: StaffViewer, id: string, at: Date) => Promise<void>
	restored?: (tx: Tx, id: string, trashedAt: Date) => Promise<void>
	/** Deletes the row. @returns false if texts that readers never saw name it: it stays without its content */
	erase: (tx: Tx, id: string) => Promise<boolean>
}

const gone = (what: string) => new Refusal('not-found', `This ${what} is no longer there.`)
const numbers = (ids: string[]): number[] => ids.map(Number)

const photo: Kind = {
	permission: 'keep photographs',
	lock: (tx, id) => tx.lock('photo', Number(id)),
	require: async (on, viewer, id) => {
		const [row] = await on
			.select()
			.from(photos)
			.where(eq(photos.id, Number(id)))
		requireEditable(viewer, row)
		return `photograph ${id}`
	},
	names: async (on, ids) => {
		const columns = { id: photos.id, caption: photos.caption }
		const rows = await on
			.select(columns)
			.from(photos)
			.where(inArray(photos.id, numbers(ids)))
		return rows.map(({ id, caption }) => [id, caption || `Photograph ${id}`])
	},
	uses: (on, viewer, id) => photoUsesOf(on, viewer, Number(id)),
	tags: (id) => [`photo:${Number(id)}`],
	erase: (tx, id) => erasePhoto(tx, Number(id)),
}

const ad: Kind = {
	permission: 'place advertisements',
	lock: (tx, id) => tx.lock('ad', Number(id)),
	require: async (on, _viewer, id) => {
		const [row] = await on
			.select()
			.from(ads)
			.where(eq(ads.id, Number(id)))
		if (!row) throw gone('advertisement')
		if (!row.retiredAt)
			throw new Refusal('conflict', 'This advertisement is in use. Retire it first, then it can be removed.')
		return `the advertisement “${row.title}”`
	},
	names: async (on, ids) => {
		const columns = { id: ads.id, title: ads.title }
		const rows = await on
			.select(columns)
			.from(ads)
			.where(inArray(ads.id, numbers(ids)))
		return rows.map(({ id, title }) => [id, title])
	},
	uses: async () => [],
	tags: () => ['ads'],
	erase: async (tx, id) => {
		await tx.delete(ads).where(eq(ads.id, Number(id)))
		return true
	},
}

const section: Kind = {
	permission: 'change settings',
	lock: lockSections,
	require: async (on, _viewer, id) => {
		const [row] = await on
			.select()
			.from(sections)
			.where(eq(sections.id, Number(id)))
		if (!row || row.mergedIntoId) throw gone('section')
		return `the section “${row.name}”`
	},
	names: async (on, ids) => {
		const columns = { id: sections.id, name: sections.name }
		const rows = await on
			.select(columns)
			.from(sections)
			.where(inArray(sections.id, numbers(ids)))
		return rows.map(({ id, name }) => [id, name])
	},
	uses: (on, viewer, id) => sectionUsesOf(on, viewer, Number(id)),
	tags: () => ['sections'],
	restored: async (tx, id) => {
		const [row] = await tx
			.select({ name: sections.name })
			.from(sections)
			.where(eq(sections.id, Number(id)))
		if (row) await requireNewName(tx, row.name, Number(id))
	},
	erase: (tx, id) => eraseSection(tx, Number(id)),
}

const tag: Kind = {
	permission: 'edit tags',
	lock: lockTags,
	require: async (on, _viewer, id) => {
		const [row] = await on
			.select()
			.from(tags)
			.where(eq(tags.id, Number(id)))
		if (!row) throw gone('tag')
		return `the tag “${row.name}”`
	},
	names: async (on, ids) => {
		const rows = await on
			.select()
			.from(tags)
			.where(inArray(tags.id, numbers(ids)))
		return rows.map(({ id, name }) => [id, name])
	},
	uses: (on, viewer, id) => tagUsesOf(on, viewer, Number(id)),
	tags: () => ['tags'],
	erase: async (tx, id) => {
		// Public texts do not name it: see `dropTrashedNames`.
		await tx.delete(revisionTags).where(eq(revisionTags.tagId, Number(id)))
		await tx.delete(tags).where(eq(tags.id, Number(id)))
		return true
	},
}

const person: Kind = {
	permission: 'manage people',
	lock: (tx, id) => tx.lock('person', id),
	require: async (on, viewer, id) => {
		const [row] = await on.select().from(people).where(eq(people.id, id))
		if (!row) throw gone('person')
		if (id === viewer.person.id) throw new Refusal('invalid', 'You cannot delete yourself.')
		authorizeFor(viewer, row.role)
		return row.name
	},
	names: async (on, ids) => {
		const columns = { id: people.id, name: people.name }
		const rows = await on.select(columns).from(people).where(inArray(people.id, ids))
		return rows.map(({ id, name }) => [id, name])
	},
	uses: personUsesOf,
	tags: (id) => [personTag(id), 'staff'],
	moved: (tx, _viewer, id, at) => endAccess(tx, id, at),
	restored: returnAccess,
	erase: async (tx, id) => {
		await tx.delete(revisionBylines).where(eq(revisionBylines.personId, id))
		await tx.delete(people).where(eq(people.id, id))
		return true
	},
}

export const KINDS: Record<TrashKind, Kind> = { photo, ad, section, tag, person }
