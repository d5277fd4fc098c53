/**
 * A text as either database stores it: U+0000 and lone surrogates, which no keyboard types and UTF-8 cannot hold, are
 * replaced by U+FFFD, and all other characters kept. PostgreSQL refuses U+0000, and functions of SQLite end a text there.
 * The readers of form fields (`app/_http/form-route.ts`, `app/desk/desk-action.ts`) apply it.
 */
export const storableText = (text: string): string => text.toWellFormed().replaceAll('\u0000', '\ufffd')
