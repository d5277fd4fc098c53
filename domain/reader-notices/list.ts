import { and, asc, desc, eq, gt, lt, or, type SQL } from 'drizzle-orm'
import { readDb } from '@/db'
import { type PublicName, publicNames } from '../articles/public-names'
import type { Viewer } from '../permissions'
import { readerIdOf } from '../readers'
import { detailsOf, type NoticeDetail } from './details'
import { EVENT_KINDS, type EventKind, eventsOf } from './events'
import { seenUpTo } from './seen'

/** Something that happened to a reader's comments or votes. */
export type Notice = NoticeDetail & {
	/** Of the reply, the own comment, the decision or the complaint; of a vote that of the story. */
	id: number
	at: Date
	unread: boolean
	/** The own comment; 0 for a vote. */
	commentId: number
	/** Null for a story that is neither on the site nor withdrawn. */
	story: PublicName | null
}

export type Event = { kind: EventKind; id: number; at: number; articleId: number; commentId: number }
type Place = { at: number; kind: number; id: number }

const PER_PAGE = 25

/** A page of the viewer's notices, the newest first; `past` is the cursor of the next one. */
export async function listNotices(
	viewer: Viewer,
	{ past = '', limit = PER_PAGE }: { past?: string; limit?: number } = {},
): Promise<{ notices: Notice[]; past: string | null }> {
	const readerId = await readerIdOf(viewer)
	if (!readerId) return { notices: [], past: null }
	const [rows, seen] = await Promise.all([
		eventsAfter(readerId, parsePlace(past), limit + 1),
		seenUpTo(readerId),
	])
	const shown = rows.slice(0, limit)
	const last = rows.length > limit ? shown.at(-1) : undefined
	const [details, stories] = await Promise.all([
		detailsOf(readerId, shown),
		publicNames(shown.map(({ articleId }) => articleId)),
	])
	return {
		notices: shown.flatMap((event) => {
			const detail = details(event)
			// Absent if it changed since the list was read.
			if (!detail) return []
			const { id, at, commentId, articleId } = event
			return {
				...detail,
				id,
				commentId,
				at: new Date(at),
				unread: at > seen,
				story: stories.get(articleId) ?? null,
			}
		}),
		past: last ? `${last.at}-${EVENT_KINDS.indexOf(last.kind)}-${last.id}` : null,
	}
}

async function eventsAfter(readerId: string, place: Place | null, limit: number): Promise<Event[]> {
	const events = eventsOf(readDb(), readerId)
	const rows = await readDb()
		.select()
		.from(events)
		.where(place ? isBehind(events, place) : undefined)
		.orderBy(desc(events.at), asc(events.kind), desc(events.id))
		.limit(limit)
	return rows.map(({ kind, ...row }) => ({ ...row, kind: EVENT_KINDS[kind] ?? 'reply' }))
}

/** Behind a place in the order of the list. */
const isBehind = (events: ReturnType<typeof eventsOf>, { at, kind, id }: Place): SQL | undefined =>
	or(
		lt(events.at, at),
		and(eq(events.at, at), or(gt(events.kind, kind), and(eq(events.kind, kind), lt(events.id, id)))),
	)

function parsePlace(text: string): Place | null {
	const [, at, kind, id] = /^(\d{1,14})-(\d)-(\d{1,15})$/.exec(text) ?? []
	return id === undefined ? null : { at: Number(at), kind: Number(kind), id: Number(id) }
}
