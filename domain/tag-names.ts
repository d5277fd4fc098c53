import { and, type Column, eq, gte, lt, or } from 'drizzle-orm'
import type { Tx } from '@/db'
import { tagRedirects, tags } from '@/db/schema'
import { numberedSlug, slugify } from '@/lib/slug'
import { sameTag } from './articles/fields'
import type { Viewer } from './permissions'
import { takeOut } from './trash/rows'

/** One lock for the changes of tags at the desk: names and slugs are rules about the whole list. */
export const lockTags = (tx: Tx): Promise<void> => tx.lock('tag names', '')

/** Tags and former slugs around the slug of a name: `c`, `c-2` and those that begin alike. */
export async function tagsAround(tx: Tx, name: string) {
	const base = slugify(name) || 'tag'
	await tx.lock('tag slug', base)
	// `.` follows `-` in the order of the index.
	const isNear = (slug: Column) => or(eq(slug, base), and(gte(slug, `${base}-`), lt(slug, `${base}.`)))
	const found = await tx.select().from(tags).where(isNear(tags.slug))
	const former = await tx.select().from(tagRedirects).where(isNear(tagRedirects.slug))
	return { base, found, former }
}

type Around = Awaited<ReturnType<typeof tagsAround>>

/** The slug of a name, numbered if another tag has or had it: names with the same letters are `c`, `c-2`. */
export function freeSlug({ base, found, former }: Around, id = 0): string {
	for (let number = 1; ; number += 1) {
		const slug = numberedSlug(base, number)
		const isTaken = found.some((tag) => tag.slug === slug && tag.id !== id)
		const wasTaken = former.some((once) => once.slug === slug && once.tagId !== id)
		if (!isTaken && !wasTaken) return slug
	}
}

/**
 * The id of the tag, inserted if missing. The name of a renamed or merged tag means its present one, and a name in the
 * trash leaves it.
 */
export async function tagNamed(tx: Tx, viewer: Viewer, name: string): Promise<number> {
	const around = await tagsAround(tx, name)
	const tag = around.found.find((each) => sameTag(each.name, name))
	const id = tag?.id ?? around.former.find((each) => sameTag(each.name, name))?.tagId
	if (id !== undefined) {
		if (await takeOut(tx, viewer, 'tag', id)) tx.changed('tags')
		return id
	}
	const slug = freeSlug(around)
	const [added] = await tx.insert(tags).values({ slug, name }).returning({ id: tags.id })
	if (!added) throw new Error(`The tag ${name} was not stored.`)
	return added.id
}
