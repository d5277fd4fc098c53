import { isPublicVersion } from '@/domain/articles/public-history'
import { isReplyable } from '@/domain/comments/thread'
import { RESERVED_SLUGS } from '@/domain/pages/reserved'
import type { CacheableRoute } from '@/server/cache-key'
import { weekOverride } from '../(reader)/moods/week-override'
import { countsOverride } from '../(reader)/news/[slug]/counts/counts-override'
import { historyOverride } from '../(reader)/news/[slug]/history/history-override'
import { photoOverride } from '../(reader)/news/[slug]/photos/photo-override'
import { archiveOverride, OVERRIDES, readerListOverride } from '../(reader)/overrides'

/** The newsroom's own pages, such as `/about`. */
const PAGE = new RegExp(
	`^/((?!(?:${RESERVED_SLUGS.map((slug) => slug.replace('.', '\\.')).join('|')})$)[^/]+)$`,
)

/**
 * Reader pages whose document is shared between readers, with their allowed query parameters. All other pages
 * (account, sign-in, …) are rendered for each request.
 */
export const CACHEABLE_ROUTES: CacheableRoute[] = [
	{ path: /^\/$/, query: {} },
	{ path: /^\/news\/([^/]+)$/, query: { page: 'pages', reply: isReplyable }, override: OVERRIDES.news },
	{ path: /^\/news\/([^/]+)\/history$/, query: { page: 'pages' }, override: historyOverride },
	{
		path: /^\/news\/([^/]+)\/history\/([^/]+)$/,
		query: { with: isPublicVersion },
		override: historyOverride,
	},
	{ path: /^\/news\/([^/]+)\/counts$/, query: {}, override: (slug) => countsOverride(slug) },
	{ path: /^\/news\/([^/]+)\/photos\/([^/]+)$/, query: {}, override: photoOverride },
	{ path: /^\/corrections$/, query: { page: 'pages' } },
	{ path: /^\/follow$/, query: {} },
	{ path: /^\/archive$/, query: {} },
	{
		path: /^\/archive\/([^/]+)(?:\/([^/]+))?(?:\/([^/]+))?$/,
		query: { page: 'pages' },
		override: archiveOverride,
	},
	{ path: /^\/series$/, query: {} },
	{ path: /^\/series\/([^/]+)$/, query: { page: 'pages' }, override: OVERRIDES.series },
	{ path: /^\/moods$/, query: {} },
	{ path: /^\/moods\/([^/]+)$/, query: {}, override: weekOverride },
	{ path: /^\/most$/, query: {} },
	{ path: /^\/most\/([^/]+)$/, query: {}, override: readerListOverride },
	{ path: /^\/tags$/, query: { page: 'pages' } },
	{ path: /^\/people$/, query: { page: 'pages' } },
	{ path: /^\/sections\/([^/]+)$/, query: { page: 'pages' }, override: OVERRIDES.sections },
	{ path: /^\/tags\/([^/]+)$/, query: { page: 'pages' }, override: OVERRIDES.tags },
	{ path: PAGE, query: {}, override: OVERRIDES.page },
	{ path: /^\/people\/([^/]+)$/, query: { page: 'pages' }, override: OVERRIDES.people },
]
