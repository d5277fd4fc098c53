import { INSTEAD } from '@/app/(reader)/instead'
import { isReplyable } from '@/domain/comments/thread'
import type { PageRoute } from '@/server/places'

/**
 * The reader pages that one document serves for everybody, with what their addresses may ask. Pages that
 * are missing here (account, sign-in, …) are made for whoever asks.
 */
export const READER_ROUTES: PageRoute[] = [
	{ path: /^\/$/, query: {} },
	{ path: /^\/news\/([^/]+)$/, query: { page: 'pages', reply: isReplyable }, instead: INSTEAD.news },
	{ path: /^\/sections\/([^/]+)$/, query: { page: 'pages' }, instead: INSTEAD.sections },
	{ path: /^\/tags\/([^/]+)$/, query: { page: 'pages' }, instead: INSTEAD.tags },
	{ path: /^\/people\/([^/]+)$/, query: { page: 'pages' }, instead: INSTEAD.people },
]
