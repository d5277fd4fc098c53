/** Path of one page of a list; page 1 has no `page` parameter. */
export const pagePath = (address: string, page: number | null): string =>
	page !== null && page > 1 ? `${address}?page=${page}` : address

/** Path and fragment of a comment, on the page of the thread that holds it now. */
export const commentPath = (slug: string, id: number, page: number | null = null): string =>
	`${pagePath(`/news/${slug}`, page)}#comment-${id}`
