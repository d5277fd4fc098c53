/*
 * Parts of a page that differ between readers or change with each vote. A page rendered as a shell holds a
 * placeholder element for each; the server renders the parts and puts them in place.
 */

/** A placeholder of a shell: the part's name, and its props as JSON values. */
export type PartSlot = { name: string; props: unknown }

/**
 * Query parameters on which parts of a page depend, and its shell does not: pages that differ in them share a shell. A
 * parameter is a prop of its name, which a part receives from the address of its page.
 */
const PART_PARAMETERS: ReadonlySet<string> = new Set(['reply', 'comment', 'sort', 'size', 'view'])

/** The address of the shell of a page. */
export function shellAddress(url: string): string {
	const { path, query } = splitAddress(url)
	for (const name of PART_PARAMETERS) query.delete(name)
	return query.size > 0 ? `${path}?${query}` : path
}

/** The slot with the props that the address of its page names. */
export function slotAt(url: string, { name, props }: PartSlot): PartSlot {
	const own = (props ?? {}) as object
	const named = [...splitAddress(url).query].filter(
		([parameter]) => PART_PARAMETERS.has(parameter) && parameter in own,
	)
	if (named.length === 0) return { name, props }
	const values = named.map(([parameter, value]) => [parameter, /^\d+$/.test(value) ? Number(value) : value])
	return { name, props: { ...own, ...Object.fromEntries(values) } }
}

function splitAddress(url: string) {
	const [path = '', query] = url.split('?', 2)
	return { path, query: new URLSearchParams(query) }
}

export const PLACEHOLDER_ELEMENT = 'page-part'
/** Attribute of the placeholder with its `PartSlot` as JSON. */
export const PLACEHOLDER_SLOT = 'data-slot'
