/** The address of one page of a list; the first has no number. */
export const pagePath = (address: string, page: number | null): string =>
	page !== null && page > 1 ? `${address}?page=${page}` : address

/** The address of a comment on the page on which it stands now. */
export const commentPath = (slug: string, id: number, page: number | null = null): string =>
	`${pagePath(`/news/${slug}`, page)}#comment-${id}`
