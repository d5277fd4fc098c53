import { and, asc, countDistinct, eq, inArray, ne } from 'drizzle-orm'
import { prepared, type Queryable, readDb, write } from '@/db'
import { articles, revisions, revisionTags, tagRedirects, tags } from '@/db/schema'
import { foldText, searchTerms } from '@/lib/fold-text'
import { dependsOn } from '@/lib/invalidation'
import { isVisible, oneLine } from '@/lib/printed-text'
import { Refusal } from '@/lib/refusal'
import { slugify, slugSpellings } from '@/lib/slug'
import { sameTag, TAG_LENGTH_MAX } from './articles/fields'
import { isTag } from './articles/listed'
import { isLive } from './articles/live'
import { audit } from './audit'
import { authorize, type Viewer } from './permissions'
import { freeSlug, lockTags, tagsAround } from './tag-names'
import { isKept } from './trash/rows'

export type DeskTag = {
	id: number
	slug: string
	name: string
	/** Stories that readers see. */
	live: number
}

const PER_PAGE = 100

/** A page of the tags, by name; every word of `query` occurs in the name. */
export async function listTags(
	viewer: Viewer,
	{ query = '', page = 1 }: { query?: string; page?: number } = {},
): Promise<{ tags: DeskTag[]; hasMore: boolean }> {
	authorize(viewer, 'edit tags')
	const terms = searchTerms(query)
	// Ten thousand names are read in some milliseconds.
	const rows = await readDb().select().from(tags).where(isKept('tag', tags.id)).orderBy(asc(tags.name))
	const found = rows.filter(({ name }) => terms.every((term) => foldText(name).includes(term)))
	const shown = found.slice((page - 1) * PER_PAGE, page * PER_PAGE)
	const counts = await liveCounts(shown.map(({ id }) => id))
	return {
		tags: shown.map((tag) => ({ ...tag, live: counts.get(tag.id) ?? 0 })),
		hasMore: found.length > page * PER_PAGE,
	}
}

async function liveCounts(ids: number[]): Promise<Map<number, number>> {
	if (ids.length === 0) return new Map()
	const rows = await readDb()
		.select({ id: revisionTags.tagId, live: countDistinct(articles.id) })
		.from(revisionTags)
		.innerJoin(articles, eq(articles.publishedRevisionId, revisionTags.revisionId))
		.where(and(inArray(revisionTags.tagId, ids), isLive()))
		.groupBy(revisionTags.tagId)
	return new Map(rows.map(({ id, live }) => [id, live]))
}

export type TagDetails = DeskTag & {
	/** Stories with the tag in any version. */
	stories: number
	/** Former slugs that lead here. */
	oldSlugs: string[]
}

/** @throws Refusal `forbidden` or `not-found` */
export async function findTag(viewer: Viewer, id: number): Promise<TagDetails> {
	authorize(viewer, 'edit tags')
	const tag = await requireTag(readDb(), id)
	const [used] = await readDb()
		.select({ stories: countDistinct(revisions.articleId) })
		.from(revisionTags)
		.innerJoin(revisions, eq(revisions.id, revisionTags.revisionId))
		.where(eq(revisionTags.tagId, id))
	const old = await readDb().select().from(tagRedirects).where(eq(tagRedirects.tagId, id))
	return {
		...tag,
		live: (await liveCounts([id])).get(id) ?? 0,
		stories: used?.stories ?? 0,
		oldSlugs: old.map(({ slug }) => slug).sort(),
	}
}

async function requireTag(on: Queryable, id: number) {
	const [tag] = await on
		.select()
		.from(tags)
		.where(and(eq(tags.id, id), isKept('tag', tags.id)))
	if (!tag) throw new Refusal('not-found', 'This tag is no longer there.')
	return tag
}

/** Renames a tag in all texts; its former address redirects. @throws Refusal naming the field `name` */
export async function renameTag(viewer: Viewer, id: number, typed: string): Promise<void> {
	authorize(viewer, 'edit tags')
	const name = checkTagName(typed, 'name')
	await write(async (tx) => {
		await lockTags(tx)
		const tag = await requireTag(tx, id)
		if (tag.name === name) return
		const around = await tagsAround(tx, name)
		const other = around.found.find((each) => each.id !== id && sameTag(each.name, name))
		if (other)
			throw new Refusal('conflict', `There is a tag “${other.name}” already, perhaps in the trash.`, 'name')
		const slug = around.base === (slugify(tag.name) || 'tag') ? tag.slug : freeSlug(around, id)
		const former = { slug: tag.slug, name: tag.name, tagId: id }
		await tx.delete(tagRedirects).where(eq(tagRedirects.slug, slug))
		if (slug !== tag.slug) await tx.insert(tagRedirects).values(former)
		await tx.update(tags).set({ name, slug }).where(eq(tags.id, id))
		tx.changed('tags')
		const of = (row: { name: string; slug: string }) => ({ name: row.name, slug: row.slug })
		await audit(tx, viewer, 'rename tag', `tag:${id}`, { from: of(tag), to: of({ name, slug }) })
	})
}

/**
 * Merges a tag into another for good: its stories get the other one, and its addresses redirect there.
 *
 * @throws Refusal naming the field `into`
 */
export async function mergeTag(viewer: Viewer, id: number, typed: string): Promise<number> {
	authorize(viewer, 'edit tags')
	const name = checkTagName(typed, 'into')
	return write(async (tx) => {
		await lockTags(tx)
		const tag = await requireTag(tx, id)
		const named = await tx
			.select()
			.from(tags)
			.where(and(ne(tags.id, id), isKept('tag', tags.id)))
		const into = named.find((each) => sameTag(each.name, name))
		if (!into) throw new Refusal('invalid', `There is no other tag “${name}”.`, 'into')
		const both = tx
			.select({ id: revisionTags.revisionId })
			.from(revisionTags)
			.where(eq(revisionTags.tagId, into.id))
		const old = eq(revisionTags.tagId, id)
		await tx.delete(revisionTags).where(and(old, inArray(revisionTags.revisionId, both)))
		await tx.update(revisionTags).set({ tagId: into.id }).where(old)
		await tx.update(tagRedirects).set({ tagId: into.id }).where(eq(tagRedirects.tagId, id))
		await tx.insert(tagRedirects).values({ slug: tag.slug, name: tag.name, tagId: into.id })
		await tx.delete(tags).where(eq(tags.id, id))
		tx.changed('tags')
		const detail = { from: { name: tag.name }, to: { name: into.name } }
		await audit(tx, viewer, 'merge tag', `tag:${into.id}`, detail)
		return into.id
	})
}

function checkTagName(typed: string, field: string): string {
	const name = oneLine(typed)
	// The story form separates tags by commas.
	if (!isVisible(name) || name.includes(','))
		throw new Refusal('invalid', 'Please give the name of a tag, without a comma.', field)
	if (name.length > TAG_LENGTH_MAX)
		throw new Refusal('invalid', `Please keep a tag under ${TAG_LENGTH_MAX} characters.`, field)
	return name
}

const movedTag = prepared(['slug'], (on, { slug }) =>
	on
		.select({ slug: tags.slug })
		.from(tagRedirects)
		.innerJoin(tags, eq(tags.id, tagRedirects.tagId))
		.where(eq(tagRedirects.slug, slug)),
)

/** The current slug of a tag with this earlier one, if it has a page; else null. */
export async function findMovedTag(slug: string): Promise<string | null> {
	dependsOn('tags')
	for (const form of slugSpellings(slug)) {
		const [moved] = await movedTag(readDb(), { slug: form })
		if (moved) return (await isTag(moved.slug)) ? moved.slug : null
	}
	return null
}
