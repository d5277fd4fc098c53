/** Order of a story's comments, which readers choose: in the address, and kept in a cookie without an identifier. */
export const SORTS = ['newest', 'oldest', 'respected'] as const
export type Sort = (typeof SORTS)[number]

/** Comments per page. Threads up to this size are not divided, so a page holds at most twice as many less one. */
export const PAGE_SIZES = [25, 50, 100] as const
export type PageSize = (typeof PAGE_SIZES)[number]

/** `collapsed` hides replies behind a button; `flat` shows all comments in one row, without their threads. */
export const VIEWS = ['threads', 'collapsed', 'flat'] as const
export type View = (typeof VIEWS)[number]

export type ThreadOrder = { sort: Sort; size: PageSize; view: View }

export const DEFAULT_ORDER: ThreadOrder = { sort: 'newest', size: 25, view: 'threads' }

/** The order named by words of an address, form or cookie; unknown and missing ones are the default. */
export const orderOf = (words: { [Name in keyof ThreadOrder]?: unknown }): ThreadOrder => ({
	sort: SORTS.find((sort) => sort === words.sort) ?? DEFAULT_ORDER.sort,
	size: PAGE_SIZES.find((size) => String(size) === String(words.size)) ?? DEFAULT_ORDER.size,
	view: VIEWS.find((view) => view === words.view) ?? DEFAULT_ORDER.view,
})

/** Value of the cookie: `oldest.50.flat`. */
export const serializeOrder = ({ sort, size, view }: ThreadOrder): string => `${sort}.${size}.${view}`

export function parseOrder(cookie: string | undefined): ThreadOrder {
	const [sort, size, view] = (cookie ?? '').split('.')
	return orderOf({ sort, size, view })
}

/** The words of an order that differ from the default, for an address. */
export const orderWords = (order: ThreadOrder): [string, string][] =>
	(['sort', 'size', 'view'] as const).flatMap((name) =>
		order[name] === DEFAULT_ORDER[name] ? [] : [[name, String(order[name])] as [string, string]],
	)
