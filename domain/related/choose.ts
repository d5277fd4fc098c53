import { and, desc, eq, inArray } from 'drizzle-orm'
import { readDb, type Tx, write } from '@/db'
import { articles, redirects, relatedStories, revisions } from '@/db/schema'
import { Refusal } from '@/lib/refusal'
import { slugSpellings } from '@/lib/slug'
import { decodeSafely } from '@/lib/urls'
import { requireEditable } from '../articles/access'
import { audit } from '../audit'
import { authorize, type Viewer } from '../permissions'
import { RELATED_MAX } from './related'

export type ChosenStory = { slug: string; headline: string }

/** The stories that an editor chose for a story, in order. */
export async function listChosen(viewer: Viewer, articleId: number): Promise<ChosenStory[]> {
	authorize(viewer, 'publish stories')
	return readDb()
		.select({ slug: articles.slug, headline: revisions.headline })
		.from(relatedStories)
		.innerJoin(articles, eq(articles.id, relatedStories.relatedId))
		.innerJoin(revisions, eq(revisions.id, articles.headRevisionId))
		.where(isChosenFor(articleId))
		.orderBy(desc(relatedStories.weight))
}

const isChosenFor = (articleId: number) =>
	and(eq(relatedStories.articleId, articleId), eq(relatedStories.kind, 'chosen'))

/** Chooses the stories below a story by their addresses, one a line; without one, similar stories stand there. @throws Refusal */
export async function chooseRelated(viewer: Viewer, articleId: number, typed: string): Promise<void> {
	authorize(viewer, 'publish stories')
	const lines = typed
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean)
	if (lines.length > RELATED_MAX)
		throw new Refusal('invalid', `Please choose no more than ${RELATED_MAX} stories.`, 'related')
	await write(async (tx) => {
		await tx.lock('article', articleId)
		await requireEditable(tx, viewer, articleId)
		const ids: number[] = []
		for (const line of lines) {
			const id = await storyAt(tx, line)
			if (id === articleId) throw new Refusal('invalid', 'A story cannot be related to itself.', 'related')
			if (!ids.includes(id)) ids.push(id)
		}
		const before = await tx
			.select({ id: relatedStories.relatedId })
			.from(relatedStories)
			.where(isChosenFor(articleId))
			.orderBy(desc(relatedStories.weight))
		const from = before.map(({ id }) => id)
		if (from.join() === ids.join()) return
		await tx.delete(relatedStories).where(isChosenFor(articleId))
		const kind = 'chosen' as const
		const rows = ids.map((relatedId, index) => ({ articleId, relatedId, kind, weight: ids.length - index }))
		if (rows.length > 0) await tx.insert(relatedStories).values(rows)
		tx.changed(`related:${articleId}`)
		await audit(tx, viewer, 'choose related', `article:${articleId}`, {
			from: { related: from },
			to: { related: ids },
		})
	})
}

/** The id of a story by its address, of which the last part is enough. @throws Refusal */
async function storyAt(tx: Tx, address: string): Promise<number> {
	const [path = ''] = address.split(/[?#]/, 1)
	const slug = decodeSafely(path.replace(/\/+$/, '').split('/').at(-1) ?? '')
	const spellings = slugSpellings(slug.toLowerCase())
	const [story] = await tx.select({ id: articles.id }).from(articles).where(inArray(articles.slug, spellings))
	const [moved] = story
		? []
		: await tx.select({ id: redirects.articleId }).from(redirects).where(inArray(redirects.slug, spellings))
	const id = story?.id ?? moved?.id
	if (id === undefined) throw new Refusal('invalid', `There is no story at “${address}”.`, 'related')
	return id
}
