import { isReplyable } from '@/domain/comments/thread'
import type { CacheableRoute } from '@/server/cache-key'
import { OVERRIDES } from '../(reader)/overrides'

/**
 * Reader pages whose document is shared between readers, with their allowed query parameters. All other pages
 * (account, sign-in, …) are rendered for each request.
 */
export const CACHEABLE_ROUTES: CacheableRoute[] = [
	{ path: /^\/$/, query: {} },
	{ path: /^\/news\/([^/]+)$/, query: { page: 'pages', reply: isReplyable }, override: OVERRIDES.news },
	{ path: /^\/corrections$/, query: { page: 'pages' } },
	{ path: /^\/sections\/([^/]+)$/, query: { page: 'pages' }, override: OVERRIDES.sections },
	{ path: /^\/tags\/([^/]+)$/, query: { page: 'pages' }, override: OVERRIDES.tags },
	{ path: /^\/people\/([^/]+)$/, query: { page: 'pages' }, override: OVERRIDES.people },
]
