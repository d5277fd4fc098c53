/** Parses an id or the cursor of a list; null if absent or malformed. */
export const idIn = (text = ''): number | null => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : null)

/** Path of a page of a list; empty parameters are omitted. */
export function listPath(path: string, params: Record<string, string | number | null | undefined>): string {
	const query = new URLSearchParams()
	for (const [name, value] of Object.entries(params)) if (value) query.set(name, String(value))
	return query.size > 0 ? `${path}?${query}` : path
}
