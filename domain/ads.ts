import { and, eq, gt, isNull, lte, min, or, sql } from 'drizzle-orm'
import { prepared, readDb } from '@/db'
import { type AD_SLOTS, ads } from '@/db/schema'
import { cachedByTag } from '@/lib/cached-by-tag'
import { dependsOn, expiresAt } from '@/lib/invalidation'
import { sectionIdOf } from './articles/listed'
import type { PhotoView } from './articles/views'
import { photoViews } from './photos/views'

export type AdSlotName = (typeof AD_SLOTS)[number]

export type AdView = {
	id: number
	title: string
	text: string
	photo: PhotoView | null
	/** Null: the site's label of advertisements. */
	label: string | null
	/** For `in article`: the paragraph above it, from 1. */
	afterParagraph: number
}

/** The page that shows an advertisement. */
export type AdPage = {
	slot: AdSlotName
	/** Slug of the section of the page or story, if it has one. */
	section?: string | undefined
	/** Paragraphs of the story; an advertisement after a later one is not shown. */
	paragraphs?: number | undefined
}

type Ad = typeof ads.$inferSelect

const HOUR_MS = 3_600_000
const HOURS_A_DAY = 24

/**
 * The advertisement of a slot at `at`, or null: of several the next one every hour, the same for all readers, since
 * they share the page. Expires with the hour, and at the next start or end of an advertisement.
 */
export async function adFor(page: AdPage, at = new Date()): Promise<AdView | null> {
	const ad = chooseAd(await candidates(page, at), at)
	if (!ad) return null
	const photo = ad.photoId ? (await photoViews([ad.photoId])).get(ad.photoId) : null
	const { id, title, text, label, afterParagraph } = ad
	return { id, title, text, label, afterParagraph, photo: photo ?? null }
}

/** The paragraphs of a story after which an advertisement stands at `at`, ascending. */
export async function adParagraphs(page: Omit<AdPage, 'slot'>, at = new Date()): Promise<number[]> {
	const found = await candidates({ ...page, slot: 'in article' }, at)
	return [...new Set(found.map(({ afterParagraph }) => afterParagraph))].sort((a, b) => a - b)
}

async function candidates({ slot, section, paragraphs = Infinity }: AdPage, at: Date): Promise<Ad[]> {
	dependsOn('ads')
	expiresAt(await nextAdChange(at))
	const running = (await adsRunning(readDb(), { at })).filter((ad) => ad.slot === slot)
	const sectionId =
		running.some(({ sectionIds }) => sectionIds.length > 0) && section ? await idOf(section) : null
	return running.filter(
		({ sectionIds, afterParagraph }) =>
			(sectionIds.length === 0 || (sectionId !== null && sectionIds.includes(sectionId))) &&
			(slot !== 'in article' || afterParagraph < paragraphs),
	)
}

async function idOf(section: string): Promise<number | null> {
	dependsOn('sections')
	return sectionIdOf(section)
}

/**
 * Takes the candidates in turn, an hour each. Each day begins one further, so that none has the same hours every day.
 */
export function chooseAd<Candidate extends { id: number }>(ads: Candidate[], at: Date): Candidate | null {
	if (ads.length > 1) expiresAt(new Date((Math.floor(at.getTime() / HOUR_MS) + 1) * HOUR_MS))
	const hour = Math.floor(at.getTime() / HOUR_MS)
	const inOrder = [...ads].sort((a, b) => a.id - b.id)
	return inOrder[(hour + Math.floor(hour / HOURS_A_DAY)) % ads.length] ?? null
}

const isRunning = (at: Parameters<typeof sql.param>[0]) =>
	and(
		eq(ads.active, true),
		isNull(ads.retiredAt),
		or(isNull(ads.startsAt), lte(ads.startsAt, sql.param(at, ads.startsAt))),
		or(isNull(ads.endsAt), gt(ads.endsAt, sql.param(at, ads.endsAt))),
	)

const adsRunning = prepared(['at'], (on, { at }) => on.select().from(ads).where(isRunning(at)))

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
			.where(and(eq(ads.active, true), isNull(ads.retiredAt), gt(edge, sql.param(at, edge)))),
	)
const nextStart = nextOf(ads.startsAt)
const nextEnd = nextOf(ads.endsAt)

/** The links of all advertisements by id, also of retired ones, whose links older pages have. */
export const adAddresses = cachedByTag(
	'ads',
	async (): Promise<Map<number, string>> =>
		new Map((await readDb().select({ id: ads.id, url: ads.url }).from(ads)).map(({ id, url }) => [id, url])),
)
