import { and, asc, eq, isNull, max, ne, notExists } from 'drizzle-orm'
import { type Queryable, readDb, type Tx, write } from '@/db'
import { articles, revisions, SERIES_PART_MAX, series, seriesParts } from '@/db/schema'
import { isVisible, oneLine } from '@/lib/printed-text'
import { Refusal } from '@/lib/refusal'
import { numberedSlug, slugify } from '@/lib/slug'
import { requireEditable } from '../articles/access'
import { sameTag } from '../articles/fields'
import { audit } from '../audit'
import { authorize, type StaffViewer, type Viewer } from '../permissions'

/** In characters: a headline of the series' page. */
export const SERIES_NAME_LENGTH_MAX = 80
/** Names offered in the story form. */
const NAMES_OFFERED = 200

export type OwnPart = { seriesId: number; name: string; part: number }

/** The series and part of a story as the desk sees it; null without one. */
export async function findPart(articleId: number, on: Queryable = readDb()): Promise<OwnPart | null> {
	const [own] = await on
		.select({ seriesId: series.id, name: series.name, part: seriesParts.part })
		.from(seriesParts)
		.innerJoin(series, eq(series.id, seriesParts.seriesId))
		.where(eq(seriesParts.articleId, articleId))
	return own ?? null
}

/** The names of the series, for the story form. */
export async function listSeriesNames(viewer: Viewer): Promise<string[]> {
	authorize(viewer, 'publish stories')
	const rows = await readDb()
		.select({ name: series.name })
		.from(series)
		.orderBy(asc(series.name))
		.limit(NAMES_OFFERED)
	return rows.map(({ name }) => name)
}

/** The series without parts, which no story leads to. */
export async function listEmptySeries(viewer: Viewer): Promise<{ id: number; name: string }[]> {
	authorize(viewer, 'publish stories')
	const parts = readDb().select().from(seriesParts).where(eq(seriesParts.seriesId, series.id))
	return readDb()
		.select({ id: series.id, name: series.name })
		.from(series)
		.where(notExists(parts))
		.orderBy(asc(series.name))
		.limit(NAMES_OFFERED)
}

/** Values of the form: an empty name takes the story out, an empty number is the one after the last part. */
export type TypedPart = { name: string; part: string }

/** Puts a story into a series, which is made if there is none of that name. @throws Refusal */
export async function setPart(viewer: Viewer, articleId: number, typed: TypedPart): Promise<void> {
	authorize(viewer, 'publish stories')
	const name = checkSeriesName(typed.name, 'series')
	const number = checkNumber(typed.part)
	await write(async (tx) => {
		await tx.lock('article', articleId)
		await requireEditable(tx, viewer, articleId)
		await lockSeries(tx)
		const before = await findPart(articleId, tx)
		if (!name) return before ? leave(tx, viewer, articleId, before) : undefined
		const seriesId = (await seriesNamed(tx, name))?.id ?? (await makeSeries(tx, viewer, name))
		const part = number ?? (before?.seriesId === seriesId ? before.part : await nextPart(tx, seriesId))
		if (before?.seriesId === seriesId && before.part === part) return
		await requireFree(tx, { articleId, seriesId, part })
		await tx
			.insert(seriesParts)
			.values({ articleId, seriesId, part })
			.onConflictDoUpdate({ target: seriesParts.articleId, set: { seriesId, part } })
		if (before && before.seriesId !== seriesId) await forgetEmpty(tx, before.seriesId)
		changed(tx, articleId, seriesId, before?.seriesId)
		await audit(tx, viewer, 'set series', `article:${articleId}`, {
			from: before && { series: before.name, part: before.part },
			to: { series: name, part },
		})
	})
}

async function leave(tx: Tx, viewer: StaffViewer, articleId: number, before: OwnPart): Promise<void> {
	await tx.delete(seriesParts).where(eq(seriesParts.articleId, articleId))
	await forgetEmpty(tx, before.seriesId)
	changed(tx, articleId, before.seriesId)
	const { name, part } = before
	await audit(tx, viewer, 'leave series', `article:${articleId}`, { from: { series: name, part }, to: null })
}

const changed = (tx: Tx, articleId: number, ...ids: (number | undefined)[]): void => {
	tx.changed(`article:${articleId}`, 'series')
	for (const id of ids) if (id !== undefined) tx.changed(`series:${id}`)
}

/** One lock for all series: names, slugs and numbers are rules about the whole list. */
export const lockSeries = (tx: Tx): Promise<void> => tx.lock('series', 'names')

export async function seriesNamed(tx: Tx, name: string) {
	const rows = await tx.select({ id: series.id, name: series.name }).from(series)
	return rows.find((row) => sameTag(row.name, name))
}

async function makeSeries(tx: Tx, viewer: StaffViewer, name: string): Promise<number> {
	const slugs = new Set((await tx.select({ slug: series.slug }).from(series)).map(({ slug }) => slug))
	const base = slugify(name) || 'series'
	let number = 1
	while (slugs.has(numberedSlug(base, number))) number += 1
	const [made] = await tx
		.insert(series)
		.values({ slug: numberedSlug(base, number), name })
		.returning({ id: series.id })
	if (!made) throw new Error(`The series ${name} was not stored.`)
	await audit(tx, viewer, 'make series', `series:${made.id}`, { name })
	return made.id
}

async function nextPart(tx: Tx, seriesId: number): Promise<number> {
	const [last] = await tx
		.select({ part: max(seriesParts.part) })
		.from(seriesParts)
		.where(eq(seriesParts.seriesId, seriesId))
	const next = (last?.part ?? 0) + 1
	if (next > SERIES_PART_MAX)
		throw new Refusal('invalid', `A series has at most ${SERIES_PART_MAX} parts.`, 'part')
	return next
}

type Place = { articleId: number; seriesId: number; part: number }

async function requireFree(tx: Tx, { articleId, seriesId, part }: Place): Promise<void> {
	const [taken] = await tx
		.select({ headline: revisions.headline })
		.from(seriesParts)
		.innerJoin(articles, eq(articles.id, seriesParts.articleId))
		.innerJoin(revisions, eq(revisions.id, articles.headRevisionId))
		.where(
			and(
				eq(seriesParts.seriesId, seriesId),
				eq(seriesParts.part, part),
				ne(seriesParts.articleId, articleId),
			),
		)
	if (taken)
		throw new Refusal('conflict', `Part ${part} is “${taken.headline}”. Please give another number.`, 'part')
}

/** Deletes a series without parts, unless its description is kept for the next one. @returns whether it did */
export async function forgetEmpty(tx: Tx, seriesId: number): Promise<boolean> {
	const [one] = await tx
		.select({ id: seriesParts.articleId })
		.from(seriesParts)
		.where(eq(seriesParts.seriesId, seriesId))
		.limit(1)
	if (one) return false
	const deleted = await tx
		.delete(series)
		.where(and(eq(series.id, seriesId), isNull(series.description)))
		.returning({ id: series.id })
	return deleted.length > 0
}

/** One line, perhaps empty. @throws Refusal naming the field */
export function checkSeriesName(typed: string, field: string): string {
	const name = oneLine(typed)
	if (name && !isVisible(name)) throw new Refusal('invalid', 'Please give the series a name.', field)
	if (name.length > SERIES_NAME_LENGTH_MAX)
		throw new Refusal(
			'invalid',
			`Please keep the name of the series under ${SERIES_NAME_LENGTH_MAX} characters.`,
			field,
		)
	return name
}

function checkNumber(typed: string): number | null {
	const text = typed.trim()
	if (!text) return null
	const number = Number(text)
	if (!Number.isInteger(number) || number < 1 || number > SERIES_PART_MAX)
		throw new Refusal('invalid', `The part is a number from 1 to ${SERIES_PART_MAX}.`, 'part')
	return number
}
