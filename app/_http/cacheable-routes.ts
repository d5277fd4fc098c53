import { isReplyable } from '@/domain/comments/thread'
import type { CacheableRoute } from '@/server/route-match'
import { INSTEAD } from '../(reader)/instead'

/**
 * The reader pages that one document serves for everybody, with what their addresses may ask. Pages that
 * are missing here (account, sign-in, …) are made for whoever asks.
 */
export const CACHEABLE_ROUTES: CacheableRoute[] = [
	{ path: /^\/$/, query: {} },
	{ path: /^\/news\/([^/]+)$/, query: { page: 'pages', reply: isReplyable }, override: INSTEAD.news },
	{ path: /^\/sections\/([^/]+)$/, query: { page: 'pages' }, override: INSTEAD.sections },
	{ path: /^\/tags\/([^/]+)$/, query: { page: 'pages' }, override: INSTEAD.tags },
	{ path: /^\/people\/([^/]+)$/, query: { page: 'pages' }, override: INSTEAD.people },
]
