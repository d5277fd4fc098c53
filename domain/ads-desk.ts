import { and, desc, eq, gte, inArray, isNotNull, isNull, sum } from 'drizzle-orm'
import { type Queryable, readDb, type Tx, write } from '@/db'
import { AD_SLOTS, adCounts, ads, photos, sections } from '@/db/schema'
import { oneLine } from '@/lib/printed-text'
import { Refusal } from '@/lib/refusal'
import { canonicalHttpUrl } from '@/lib/urls'
import type { AdSlotName } from './ads'
import { audit } from './audit'
import { authorize, type Viewer } from './permissions'
import { isKept, lockTrash } from './trash/rows'

/** Fields of an advertisement's form. */
export type AdFields = {
	title: string
	text: string
	url: string
	photoId: number | null
	slot: AdSlotName
	label: string | null
	sectionIds: number[]
	startsAt: Date | null
	endsAt: Date | null
	afterParagraph: number
	/** Turns of one round. */
	weight: number
}
export type NewAd = Pick<AdFields, 'title' | 'text' | 'url' | 'photoId'> & Partial<AdFields>

/** Length limits in characters: an ad slot shows a few words beside a story. */
export const AD_TITLE_LENGTH_MAX = 60
export const AD_TEXT_LENGTH_MAX = 200
const AD_LABEL_LENGTH_MAX = 40
const AFTER_PARAGRAPH_MAX = 50
/** Keeps a round short: of two advertisements, that with the smallest weight returns within half a day. */
export const AD_WEIGHT_MAX = 10
const SECTIONS_MAX = 100

export const DEFAULT_AD = {
	slot: 'corner',
	label: null,
	sectionIds: [],
	startsAt: null,
	endsAt: null,
	afterParagraph: 3,
	weight: 1,
} satisfies Partial<AdFields>

export type DeskAd = typeof ads.$inferSelect & { impressions: number; clicks: number }

/** Advertisements in use, or the retired ones, newest first, with their counts since `day`. */
export async function listAds(
	viewer: Viewer,
	{ retired = false, since = '' }: { retired?: boolean; since?: string } = {},
): Promise<DeskAd[]> {
	authorize(viewer, 'place advertisements')
	const rows = await readDb()
		.select()
		.from(ads)
		.where(and(retired ? isNotNull(ads.retiredAt) : isNull(ads.retiredAt), isKept('ad', ads.id)))
		.orderBy(desc(ads.id))
	const counts = await countsSince(
		rows.map(({ id }) => id),
		since,
	)
	return rows.map((ad) => ({ ...ad, ...(counts.get(ad.id) ?? { impressions: 0, clicks: 0 }) }))
}

async function countsSince(ids: number[], since: string) {
	const rows =
		ids.length === 0
			? []
			: await readDb()
					.select({
						id: adCounts.adId,
						impressions: sum(adCounts.impressions),
						clicks: sum(adCounts.clicks),
					})
					.from(adCounts)
					.where(and(inArray(adCounts.adId, ids), gte(adCounts.day, since)))
					.groupBy(adCounts.adId)
	return new Map(
		rows.map(({ id, impressions, clicks }) => [
			id,
			{ impressions: Number(impressions), clicks: Number(clicks) },
		]),
	)
}

/** Days of counts that the form of an advertisement lists. */
const COUNT_DAYS = 31

/** An advertisement with its counts by day, newest first. @throws Refusal `not-found` */
export async function findAd(viewer: Viewer, id: number) {
	authorize(viewer, 'place advertisements')
	const ad = await requireAd(readDb(), id)
	const days = await readDb()
		.select({ day: adCounts.day, impressions: adCounts.impressions, clicks: adCounts.clicks })
		.from(adCounts)
		.where(eq(adCounts.adId, id))
		.orderBy(desc(adCounts.day))
		.limit(COUNT_DAYS)
	return { ad, days }
}

/** @throws Refusal `forbidden`, or `invalid` naming the field */
export async function placeAd(viewer: Viewer, input: NewAd): Promise<number> {
	authorize(viewer, 'place advertisements')
	const fields = checkFields({ ...DEFAULT_AD, ...input })
	return write(async (tx) => {
		await requireParts(tx, fields)
		tx.changed('ads')
		const [ad] = await tx.insert(ads).values(fields).returning({ id: ads.id })
		if (!ad) throw new Error('The advertisement was not stored.')
		await audit(tx, viewer, 'place advertisement', `ad:${ad.id}`, { title: fields.title })
		return ad.id
	})
}

/** @throws Refusal `forbidden`, `not-found`, or `invalid` naming the field */
export async function changeAd(viewer: Viewer, id: number, input: AdFields): Promise<void> {
	authorize(viewer, 'place advertisements')
	const fields = checkFields(input)
	await write(async (tx) => {
		await tx.lock('ad', id)
		const before = await requireAd(tx, id)
		await requireParts(tx, fields)
		const changes = changesBetween(before, fields)
		if (!changes) return
		tx.changed('ads')
		await tx.update(ads).set(fields).where(eq(ads.id, id))
		await audit(tx, viewer, 'change advertisement', `ad:${id}`, { title: fields.title, ...changes })
	})
}

export const setAdActive = (viewer: Viewer, id: number, active: boolean): Promise<void> =>
	update(viewer, id, { active }, active ? 'run advertisement' : 'stop advertisement')

/** Takes an advertisement off all pages, to the list of retired ones. */
export const retireAd = (viewer: Viewer, id: number): Promise<void> =>
	update(viewer, id, { retiredAt: new Date() }, 'retire advertisement')

export const restoreAd = (viewer: Viewer, id: number): Promise<void> =>
	update(viewer, id, { retiredAt: null }, 'restore advertisement')

async function update(
	viewer: Viewer,
	id: number,
	values: Partial<typeof ads.$inferInsert>,
	action: string,
): Promise<void> {
	authorize(viewer, 'place advertisements')
	await write(async (tx) => {
		await tx.lock('ad', id)
		const { title } = await requireAd(tx, id)
		await tx.update(ads).set(values).where(eq(ads.id, id))
		tx.changed('ads')
		await audit(tx, viewer, action, `ad:${id}`, { title })
	})
}

async function requireAd(on: Queryable, id: number) {
	const found = Number.isSafeInteger(id)
		? (
				await on
					.select()
					.from(ads)
					.where(and(eq(ads.id, id), isKept('ad', ads.id)))
			)[0]
		: undefined
	if (!found) throw new Refusal('not-found', 'This advertisement is no longer there.')
	return found
}

function changesBetween(before: typeof ads.$inferSelect, after: AdFields) {
	const changed = (Object.keys(after) as (keyof AdFields)[]).filter(
		(key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
	)
	if (changed.length === 0) return null
	const only = (of: AdFields) => Object.fromEntries(changed.map((key) => [key, of[key]]))
	return { from: only(before), to: only(after) }
}

function checkFields(input: AdFields): AdFields {
	const { photoId, slot, startsAt, endsAt, afterParagraph, weight } = input
	const title = checkText('title', input.title, AD_TITLE_LENGTH_MAX)
	const text = checkText('text', input.text, AD_TEXT_LENGTH_MAX)
	const url = canonicalHttpUrl(input.url)
	if (!url) throw new Refusal('invalid', 'The link must be a web address that begins with https://', 'url')
	const label = oneLine(input.label ?? '') || null
	if (label && label.length > AD_LABEL_LENGTH_MAX)
		throw new Refusal('invalid', `Please keep the label under ${AD_LABEL_LENGTH_MAX} characters.`, 'label')
	if (!AD_SLOTS.includes(slot)) throw new Refusal('invalid', 'Please choose where it stands.', 'slot')
	if (startsAt && endsAt && startsAt >= endsAt)
		throw new Refusal('invalid', 'It ends before it starts; please choose a later end.', 'endsAt')
	if (!Number.isInteger(afterParagraph) || afterParagraph < 1 || afterParagraph > AFTER_PARAGRAPH_MAX)
		throw new Refusal(
			'invalid',
			`Please give the number of a paragraph, from 1 to ${AFTER_PARAGRAPH_MAX}.`,
			'afterParagraph',
		)
	if (!Number.isInteger(weight) || weight < 1 || weight > AD_WEIGHT_MAX)
		throw new Refusal('invalid', `Please give a weight from 1 to ${AD_WEIGHT_MAX}.`, 'weight')
	const sectionIds = [...new Set(input.sectionIds)].sort((a, b) => a - b)
	if (sectionIds.length > SECTIONS_MAX)
		throw new Refusal('invalid', `Please choose at most ${SECTIONS_MAX} sections.`, 'sectionIds')
	return { title, text, url, photoId, slot, label, sectionIds, startsAt, endsAt, afterParagraph, weight }
}

/** @throws Refusal if the photograph or a section does not exist */
async function requireParts(tx: Tx, { photoId, sectionIds }: AdFields): Promise<void> {
	await lockTrash(tx)
	if (photoId !== null) {
		const [photo] = Number.isSafeInteger(photoId)
			? await tx
					.select({ id: photos.id })
					.from(photos)
					.where(and(eq(photos.id, photoId), isKept('photo', photos.id)))
			: []
		if (!photo) throw new Refusal('invalid', `There is no photograph number ${photoId}.`, 'photoId')
	}
	if (sectionIds.length === 0) return
	const found = await tx
		.select({ id: sections.id })
		.from(sections)
		.where(and(inArray(sections.id, sectionIds), isKept('section', sections.id)))
	if (found.length < sectionIds.length)
		throw new Refusal('invalid', 'A chosen section is no longer there.', 'sectionIds')
}

function checkText(field: 'title' | 'text', typed: string, max: number): string {
	const text = oneLine(typed)
	if (!text) throw new Refusal('invalid', `Please fill in the ${field}.`, field)
	if (text.length > max)
		throw new Refusal('invalid', `Please keep the ${field} under ${max} characters.`, field)
	return text
}
