/**
 * A text as either database stores it: U+0000 and lone surrogates, which no keyboard types and UTF-8 cannot hold, are
 * replaced by U+FFFD, and all other characters kept. PostgreSQL refuses U+0000, and functions of SQLite end a text there.
 * The readers of form fields (`app/_http/form-route.ts`, `app/desk/desk-action.ts`) apply it.
 */
export const storableText = (text: string): string => text.toWellFormed().replaceAll('\u0000', '\ufffd')

/** Escapes of such characters in JSON, which would keep them; an escaped backslash is passed over as one. */
const UNSTORABLE_ESCAPES = /\\\\|\\u(?:0000|d[89a-f][0-9a-f]{2})/g

/** JSON of a value, with its texts made storable. */
export const storableJson = (value: unknown): string =>
	JSON.stringify(value).replace(UNSTORABLE_ESCAPES, (found) => (found === '\\\\' ? found : '\ufffd'))
