/**
 * A text on one line: control characters, line ends and repeated spaces become one space. No-break and other
 * typographic spaces are part of the text, also at its ends.
 */
export const singleLine = (text: string): string =>
	text
		.normalize('NFC')
		.replace(/[\p{Cc}\u2028\u2029 ]+/gu, ' ')
		.replace(/^ | $/g, '')

/** Whether a text holds anything that is seen. */
export const isBlank = (text: string): boolean => !/[^\s\p{Cf}]/u.test(text)
