/** Submitted text values by field name; a field that is sent more than once has several. */
export type FormValues = Record<string, string[]>

/** Groups the fields of a form by name, in the order in which they were sent. */
export function groupValues(fields: Iterable<readonly [name: string, value: string]>): FormValues {
	// A map, because a forged field name such as `constructor` is a member of every object.
	const lists = new Map<string, string[]>()
	for (const [name, value] of fields) {
		const list = lists.get(name)
		if (list) list.push(value)
		else lists.set(name, [value])
	}
	return Object.fromEntries(lists)
}

export const firstOf = (values: FormValues, name: string): string => values[name]?.[0] ?? ''

/** Request to choose files again, since a page cannot restore them; null without files. */
export function filesNotKept(fileNames: readonly string[] = []): string | null {
	if (fileNames.length === 0) return null
	return `A page cannot keep a file. Please choose again: ${fileNames.join(', ')}.`
}
