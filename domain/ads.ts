import { readDb } from '@/db'
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
 * The advertisement of a slot at `at`, or null: of several one every hour in turn, the same for all readers, since
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
	const running = (await runningAds(at)).filter((ad) => ad.slot === slot)
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

type Candidate = { id: number; weight: number }

/**
 * Takes the candidates in turn, an hour each, with as many turns a round as their weights say, spread over it. The
 * rounds that fill whole days begin one turn further each time, so that none has the same hours every day.
 */
export function chooseAd<Ad extends Candidate>(ads: Ad[], at: Date): Ad | null {
	const hour = Math.floor(at.getTime() / HOUR_MS)
	if (ads.length > 1) expiresAt(new Date((hour + 1) * HOUR_MS))
	const round = roundOf(ads)
	const wholeDays = (round.length * HOURS_A_DAY) / divisorOf(round.length, HOURS_A_DAY)
	return round[(hour + Math.floor(hour / wholeDays)) % round.length] ?? null
}

function roundOf<Ad extends Candidate>(ads: Ad[]): Ad[] {
	const unit = ads.reduce((divisor, { weight }) => divisorOf(divisor, weight), 0)
	return ads
		.flatMap((ad) => {
			const turns = ad.weight / unit
			return Array.from({ length: turns }, (_, turn) => ({ ad, place: (turn + 0.5) / turns }))
		})
		.sort((one, other) => one.place - other.place || one.ad.id - other.ad.id)
		.map(({ ad }) => ad)
}

/** The greatest common divisor. */
const divisorOf = (one: number, other: number): number => (other === 0 ? one : divisorOf(other, one % other))

/** All advertisements, and their links by id: also of retired ones, since older pages have them. */
const allAds = cachedByTag('ads', async () => {
	const rows = await readDb().select().from(ads)
	return { rows, addresses: new Map(rows.map(({ id, url }) => [id, url])) }
})

/** The active advertisements at `at`. Expires at the next start or end of one. */
async function runningAds(at: Date): Promise<Ad[]> {
	const active = (await allAds()).rows.filter((ad) => ad.active && ad.retiredAt === null)
	const changes = active
		.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt])
		.filter((each) => each && each > at)
	for (const change of changes) expiresAt(change)
	return active.filter(({ startsAt, endsAt }) => (!startsAt || startsAt <= at) && (!endsAt || endsAt > at))
}

export const adAddresses = async (): Promise<Map<number, string>> => (await allAds()).addresses
