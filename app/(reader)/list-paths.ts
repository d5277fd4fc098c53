import { DEFAULT_ORDER, orderWords, type ThreadOrder } from '@/lib/thread-order'

/** Path of one page of a list; page 1 has no `page` parameter. */
export const pagePath = (address: string, page: number | null): string =>
	page !== null && page > 1 ? `${address}?page=${page}` : address

/**
 * Path and fragment of a comment. The server finds the page of the comment at each request, as later comments move it.
 */
export const commentPath = (slug: string, id: number): string => `/news/${slug}?comment=${id}#comment-${id}`

type ThreadPlace = { page?: number; order?: ThreadOrder; reply?: number }

/** Path of a story with a page of its comments in an order, or with the form of a reply. */
export function storyPath(slug: string, { page = 1, order = DEFAULT_ORDER, reply }: ThreadPlace): string {
	const query = new URLSearchParams([
		...(page > 1 ? [['page', String(page)]] : []),
		...(reply === undefined ? [] : [['reply', String(reply)]]),
		...orderWords(order),
	])
	return query.size > 0 ? `/news/${slug}?${query}` : `/news/${slug}`
}
