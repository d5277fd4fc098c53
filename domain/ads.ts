import { and, desc, eq, gt, isNull, lte, min, or, sql } from 'drizzle-orm'
import { prepared, readDb, type Tx, write } from '@/db'
import { ads, photos } from '@/db/schema'
import { dependsOn, expiresAt } from '@/lib/invalidation'
import { oneLine } from '@/lib/printed-text'
import { Refusal } from '@/lib/refusal'
import { canonicalHttpUrl } from '@/lib/urls'
import type { PhotoView } from './articles/views'
import { audit } from './audit'
import { authorize, type Viewer } from './permissions'
import { photoViews } from './photos/views'

export type AdView = { id: number; title: string; text: string; url: string; photo: PhotoView | null }
export type NewAd = { title: string; text: string; url: string; photoId: number | null }

/** Length limits in characters: an ad slot shows a few words beside a story. */
export const AD_TITLE_LENGTH_MAX = 60
export const AD_TEXT_LENGTH_MAX = 200

/** The newest active house advertisement at `at`, or null. Expires at the next start or end of one. */
export async function currentAd(at = new Date()): Promise<AdView | null> {
	dependsOn('ads')
	expiresAt(await nextAdChange(at))
	const [ad] = await adRunning(readDb(), { at })
	if (!ad) return null
	const photo = ad.photoId ? (await photoViews([ad.photoId])).get(ad.photoId) : null
	return { id: ad.id, title: ad.title, text: ad.text, url: ad.url, photo: photo ?? null }
}

const adRunning = prepared(['at'], (on, { at }) =>
	on
		.select()
		.from(ads)
		.where(
			and(
				eq(ads.active, true),
				or(isNull(ads.startsAt), lte(ads.startsAt, sql.param(at, ads.startsAt))),
				or(isNull(ads.endsAt), gt(ads.endsAt, sql.param(at, ads.endsAt))),
			),
		)
		.orderBy(desc(ads.id))
		.limit(1),
)

/** The time of the next start or end of an active advertisement, or null. */
async function nextAdChange(at: Date): Promise<Date | null> {
	const [begins] = await nextStart(readDb(), { at })
	const [ends] = await nextEnd(readDb(), { at })
	const [first = null] = [begins?.next, ends?.next]
		.filter((next) => next instanceof Date)
		.sort((a, b) => a.getTime() - b.getTime())
	return first
}

const nextOf = (edge: typeof ads.startsAt | typeof ads.endsAt) =>
	prepared(['at'], (on, { at }) =>
		on
			.select({ next: min(edge) })
			.from(ads)
			.where(and(eq(ads.active, true), gt(edge, sql.param(at, edge)))),
	)
const nextStart = nextOf(ads.startsAt)
const nextEnd = nextOf(ads.endsAt)

export async function adExists(id: number): Promise<boolean> {
	const [ad] = await readDb().select({ id: ads.id }).from(ads).where(eq(ads.id, id))
	return ad !== undefined
}

export async function listAds(viewer: Viewer) {
	authorize(viewer, 'place advertisements')
	return readDb().select().from(ads).orderBy(desc(ads.id))
}

/** @throws Refusal `forbidden`, or `invalid` naming the field */
export async function placeAd(viewer: Viewer, input: NewAd): Promise<number> {
	authorize(viewer, 'place advertisements')
	const title = checkText('title', input.title, AD_TITLE_LENGTH_MAX)
	const text = checkText('text', input.text, AD_TEXT_LENGTH_MAX)
	const url = canonicalHttpUrl(input.url)
	if (!url) throw new Refusal('invalid', 'The link must be a web address that begins with https://', 'url')
	const { photoId } = input
	return write(async (tx) => {
		if (photoId !== null && !(await hasPhoto(tx, photoId)))
			throw new Refusal('invalid', `There is no photograph number ${photoId}.`, 'photoId')
		tx.changed('ads')
		const [ad] = await tx
			.insert(ads)
			.values({ ...input, title, text, url })
			.returning({ id: ads.id })
		if (!ad) throw new Error('The advertisement was not stored.')
		await audit(tx, viewer, 'place advertisement', `ad:${ad.id}`, { title })
		return ad.id
	})
}

export async function setAdActive(viewer: Viewer, id: number, active: boolean): Promise<void> {
	authorize(viewer, 'place advertisements')
	await write(async (tx) => {
		const [found] = await tx.update(ads).set({ active }).where(eq(ads.id, id)).returning({ id: ads.id })
		if (!found) throw new Refusal('not-found', 'This advertisement is no longer there.')
		tx.changed('ads')
		await audit(tx, viewer, active ? 'run advertisement' : 'stop advertisement', `ad:${id}`)
	})
}

async function hasPhoto(tx: Tx, id: number): Promise<boolean> {
	const [photo] = await tx.select({ id: photos.id }).from(photos).where(eq(photos.id, id))
	return photo !== undefined
}

function checkText(field: 'title' | 'text', typed: string, max: number): string {
	const text = oneLine(typed)
	if (!text) throw new Refusal('invalid', `Please fill in the ${field}.`, field)
	if (text.length > max)
		throw new Refusal('invalid', `Please keep the ${field} under ${max} characters.`, field)
	return text
}
