import { isPublicVersion } from '@/domain/articles/public-history'
import { isPastComment, isRanked } from '@/domain/comments/listed'
import { isLinkable, isReplyable } from '@/domain/comments/permalink'
import { RESERVED_SLUGS } from '@/domain/pages/reserved'
import { THREAD_COOKIE } from '@/lib/cookies'
import { DEFAULT_ORDER, PAGE_SIZES, parseOrder, SORTS, type ThreadOrder, VIEWS } from '@/lib/thread-order'
import type { CacheableRoute, Choice } from '@/server/cache-key'
import { weekOverride } from '../(reader)/moods/week-override'
import { countsOverride } from '../(reader)/news/[slug]/counts/counts-override'
import { historyOverride } from '../(reader)/news/[slug]/history/history-override'
import { photoOverride } from '../(reader)/news/[slug]/photos/photo-override'
import { archiveOverride, noticeMonthOverride, OVERRIDES, readerListOverride } from '../(reader)/overrides'

/** The newsroom's own pages, such as `/about`. */
const PAGE = new RegExp(
	`^/((?!(?:${RESERVED_SLUGS.map((slug) => slug.replace('.', '\\.')).join('|')})$)[^/]+)$`,
)

/** A choice of the order of comments, in the address or else in the cookie. */
const orderChoice = (name: keyof ThreadOrder, others: readonly (string | number)[]): Choice => ({
	words: [DEFAULT_ORDER[name], ...others.filter((each) => each !== DEFAULT_ORDER[name])].map(String),
	stored: (cookies) => {
		const cookie = cookies.get(THREAD_COOKIE)
		return cookie === undefined ? undefined : String(parseOrder(cookie)[name])
	},
})

const THREAD_ORDER = {
	sort: orderChoice('sort', SORTS),
	size: orderChoice('size', PAGE_SIZES),
	view: orderChoice('view', VIEWS),
}

/**
 * Reader pages whose document is shared between readers, with their allowed query parameters. All other pages
 * (account, sign-in, …) are rendered for each request.
 */
export const CACHEABLE_ROUTES: CacheableRoute[] = [
	{ path: /^\/$/, query: {} },
	{
		path: /^\/news\/([^/]+)$/,
		query: { page: 'pages', reply: isReplyable, comment: isLinkable, ...THREAD_ORDER },
		override: OVERRIDES.news,
	},
	{ path: /^\/news\/([^/]+)\/history$/, query: { page: 'pages' }, override: historyOverride },
	{
		path: /^\/news\/([^/]+)\/history\/([^/]+)$/,
		query: { with: isPublicVersion },
		override: historyOverride,
	},
	{ path: /^\/news\/([^/]+)\/counts$/, query: {}, override: (slug) => countsOverride(slug) },
	{ path: /^\/news\/([^/]+)\/photos\/([^/]+)$/, query: {}, override: photoOverride },
	{ path: /^\/corrections$/, query: { page: 'pages' } },
	{ path: /^\/comments$/, query: { before: (_, number) => isPastComment(number) } },
	{ path: /^\/comments\/respected$/, query: { after: (_, number) => isRanked(number) } },
	{ path: /^\/follow$/, query: {} },
	{ path: /^\/transparency$/, query: {} },
	{ path: /^\/stored-data$/, query: {} },
	{ path: /^\/transparency\/([^/]+)$/, query: {}, override: noticeMonthOverride },
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
