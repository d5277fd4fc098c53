import { asc, eq } from 'drizzle-orm'
import { readDb, write } from '@/db'
import { articles, revisions, series, seriesParts } from '@/db/schema'
import { oneLine } from '@/lib/printed-text'
import { Refusal } from '@/lib/refusal'
import { audit } from '../audit'
import { authorize, type Viewer } from '../permissions'
import { checkSeriesName, forgetEmpty, lockSeries, seriesNamed } from './set-part'

/** In characters: a paragraph below the name. */
const SERIES_DESCRIPTION_LENGTH_MAX = 500

export type DeskSeries = { id: number; slug: string; name: string; description: string; parts: DeskPart[] }
type DeskPart = { articleId: number; part: number; headline: string }

/** @throws Refusal `forbidden` or `not-found` */
export async function findSeries(viewer: Viewer, id: number): Promise<DeskSeries> {
	authorize(viewer, 'publish stories')
	const [found] = await readDb().select().from(series).where(eq(series.id, id))
	if (!found) throw notThere()
	const parts = await readDb()
		.select({ articleId: articles.id, part: seriesParts.part, headline: revisions.headline })
		.from(seriesParts)
		.innerJoin(articles, eq(articles.id, seriesParts.articleId))
		.innerJoin(revisions, eq(revisions.id, articles.headRevisionId))
		.where(eq(seriesParts.seriesId, id))
		.orderBy(asc(seriesParts.part))
	const { slug, name, description } = found
	return { id, slug, name, description: description ?? '', parts }
}

/**
 * Changes the name and the description of a series; its address stays. @returns false if it had no parts and has now no
 * description, and is gone @throws Refusal naming the field
 */
export async function changeSeries(
	viewer: Viewer,
	id: number,
	typed: { name: string; description: string },
): Promise<boolean> {
	authorize(viewer, 'publish stories')
	const name = checkSeriesName(typed.name, 'name')
	if (!name) throw new Refusal('invalid', 'Please give the series a name.', 'name')
	const description = oneLine(typed.description) || null
	if (description && description.length > SERIES_DESCRIPTION_LENGTH_MAX)
		throw new Refusal(
			'invalid',
			`Please keep the description under ${SERIES_DESCRIPTION_LENGTH_MAX} characters.`,
			'description',
		)
	return write(async (tx) => {
		await lockSeries(tx)
		const [before] = await tx.select().from(series).where(eq(series.id, id))
		if (!before) throw notThere()
		if (before.name === name && before.description === description) return true
		const other = await seriesNamed(tx, name)
		if (other && other.id !== id)
			throw new Refusal('conflict', `There is a series “${other.name}” already.`, 'name')
		await tx.update(series).set({ name, description }).where(eq(series.id, id))
		tx.changed('series', `series:${id}`)
		const from = { name: before.name, description: before.description }
		await audit(tx, viewer, 'change series', `series:${id}`, { from, to: { name, description } })
		return !(await forgetEmpty(tx, id))
	})
}

const notThere = () => new Refusal('not-found', 'This series is no longer there.')
