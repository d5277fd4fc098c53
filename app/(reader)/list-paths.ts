/** Path of one page of a list; page 1 has no `page` parameter. */
export const pagePath = (address: string, page: number | null): string =>
	page !== null && page > 1 ? `${address}?page=${page}` : address

type LinkedComment = { id: number; page: number; state: 'approved' | 'waiting' | 'rejected' }

/**
 * Path and fragment of a comment. The server finds the page of a comment in this address by itself, also after later
 * comments have moved it; that of a held comment, which its author alone can see, is in its address.
 */
export const commentPath = (slug: string, { id, page, state }: LinkedComment): string =>
	`${state === 'waiting' ? pagePath(`/news/${slug}`, page) : `/news/${slug}?comment=${id}`}#comment-${id}`
