import { and, asc, eq, lte } from 'drizzle-orm'
import { readDb, write } from '@/db'
import { articles, PING_KINDS, pings, sections } from '@/db/schema'
import { env } from '@/lib/env'
import { type IsAllowed, postPublic } from '@/lib/public-request'
import { absoluteUrl } from '@/lib/site-url'
import { wasPublic } from '../articles/publication'
import { isSearchable } from '../machines'
import { siteSettings } from '../settings'
import { indexNowKey } from '../site-identity'

/** Interval between runs in ms: a story is announced within it. */
export const PINGS_EVERY_MS = 30_000
/** Stories of one announcement. */
const BATCH_MAX = 100
/** Attempts in all, the last about a day after the first: each pause is four times the one before. */
const ATTEMPTS_MAX = 6
const FIRST_PAUSE_MS = 60_000
const PAUSE_FACTOR = 4

const INDEXNOW = 'https://api.indexnow.org/indexnow'

type Kind = (typeof PING_KINDS)[number]
type Due = typeof pings.$inferSelect & { slug: string; section: string | null; isTold: boolean }
type Request = { address: string; type: string; body: string }

export type SendOptions = { now?: Date; indexNow?: string; isAllowed?: IsAllowed; timeoutMs?: number }

const running = { now: false }

/** Sends the announcements that are due, one request a service. A run that finds another one running does nothing. */
export async function sendPings(options: SendOptions = {}): Promise<void> {
	if (running.now) return
	running.now = true
	try {
		for (const kind of PING_KINDS) await sendKind(kind, options)
	} finally {
		running.now = false
	}
}

async function sendKind(kind: Kind, options: SendOptions): Promise<void> {
	const now = options.now ?? new Date()
	const due = await claim(await findDue(kind, now), now)
	if (due.length === 0) return
	const told = due.filter(({ isTold }) => isTold)
	const request = told.length > 0 ? await requestFor(kind, told, options) : null
	const answer = request && (await postPublic(request.address, { ...request, ...options }))
	const isSent = answer === null || (typeof answer === 'number' && answer >= 200 && answer < 300)
	if (!isSent) console.error(`The announcement to ${kind} was not taken (${answer}); it is repeated later.`)
	await settle(due, isSent)
}

async function findDue(kind: Kind, now: Date): Promise<Due[]> {
	const rows = await readDb()
		.select({ ping: pings, article: articles, section: sections.slug })
		.from(pings)
		.innerJoin(articles, eq(articles.id, pings.articleId))
		.leftJoin(sections, eq(sections.id, articles.sectionId))
		.where(and(eq(pings.kind, kind), lte(pings.dueAt, now)))
		.orderBy(asc(pings.dueAt))
		.limit(BATCH_MAX)
	const settings = await siteSettings()
	return rows.map(({ ping, article, section }) => {
		// A story that was unscheduled or never appeared keeps its address to itself.
		const isPublic = Boolean(article.publishedRevisionId) && !article.deletedAt && wasPublic(article, now)
		const isTold = isPublic && (kind === 'websub' || isSearchable(article, settings))
		return { ...ping, slug: article.slug, section, isTold }
	})
}

/** Null for a service that was disabled since. */
async function requestFor(kind: Kind, told: Due[], options: SendOptions): Promise<Request | null> {
	const settings = await siteSettings()
	if (kind === 'websub') return settings.websubHub ? toHub(settings.websubHub, told) : null
	return settings.indexNow ? toSearchEngines(options.indexNow ?? INDEXNOW, told) : null
}

/** WebSub: the topics are the feeds of the site and of the sections. */
function toHub(address: string, told: Due[]): Request {
	const pages = ['', ...new Set(told.flatMap(({ section }) => (section ? [`/sections/${section}`] : [])))]
	const topics = pages.flatMap((page) =>
		['xml', 'atom', 'json'].map((format) => absoluteUrl(`${page}/feed.${format}`)),
	)
	const fields = new URLSearchParams({ 'hub.mode': 'publish' })
	for (const topic of topics) fields.append('hub.url', topic)
	return { address, type: 'application/x-www-form-urlencoded', body: String(fields) }
}

async function toSearchEngines(address: string, told: Due[]): Promise<Request> {
	const body = {
		host: new URL(env.siteUrl).host,
		key: await indexNowKey(),
		keyLocation: absoluteUrl('/indexnow.txt'),
		urlList: told.map(({ slug }) => absoluteUrl(`/news/${slug}`)),
	}
	return { address, type: 'application/json; charset=utf-8', body: JSON.stringify(body) }
}

const sameRow = ({ kind, articleId, dueAt }: Due) =>
	and(eq(pings.kind, kind), eq(pings.articleId, articleId), eq(pings.dueAt, dueAt))

/**
 * Counts the attempt before the request, so that no other instance sends it too, and the next follows after a stop. A
 * row queued again meanwhile stays as it is.
 */
async function claim(found: Due[], now: Date): Promise<Due[]> {
	return write(async (tx) => {
		const claimed: Due[] = []
		for (const row of found) {
			const attempts = row.attempts + 1
			const dueAt = new Date(now.getTime() + FIRST_PAUSE_MS * PAUSE_FACTOR ** row.attempts)
			const changed = await tx.update(pings).set({ attempts, dueAt }).where(sameRow(row)).returning()
			if (changed.length > 0) claimed.push({ ...row, attempts, dueAt })
		}
		return claimed
	})
}

/** Deletes what was sent or has no attempt left. */
async function settle(claimed: Due[], isSent: boolean): Promise<void> {
	await write(async (tx) => {
		for (const row of claimed)
			if (isSent || row.attempts >= ATTEMPTS_MAX) await tx.delete(pings).where(sameRow(row))
	})
}
