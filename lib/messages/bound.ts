/** A module of messages whose functions take the format first, as the object of a catalogue. */
export type Bound<M> = {
	// biome-ignore lint/suspicious/noExplicitAny: `Format` differs between languages.
	[Key in keyof M]: M[Key] extends (format: any, ...values: infer Values) => infer Text
		? (...values: Values) => Text
		: M[Key] extends string
			? string
			: M[Key]
}

/**
 * Binds a module's messages to the formats of a language tag. Scripts of the browser import such messages one by one,
 * so that a bundle has the used ones without their names.
 */
export function bound<M extends object, F>(module: M, format: F): Bound<M> {
	const entries = Object.entries(module).map(([key, message]) => [
		key,
		typeof message === 'function' ? (...values: unknown[]) => message(format, ...values) : message,
	])
	return Object.fromEntries(entries) as Bound<M>
}
