import { boundedMemo } from '../bounded-memo'

const FORMATS_MAX = 20
const formats = boundedMemo<Intl.ListFormat>(FORMATS_MAX)

/** Items with the separators of a language between them: `A, B and C`. */
export function listOf<T>(tag: string, items: readonly T[]): (string | T)[] {
	const format = formats(tag, () => new Intl.ListFormat(tag))
	let index = 0
	return format
		.formatToParts(items.map(String))
		.map(({ type, value }) => (type === 'element' ? (items[index++] as T) : value))
}
