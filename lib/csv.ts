/** Characters with which a spreadsheet begins a formula, also in full width, or which it leaves out before one. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/

/** A CSV field (RFC 4180). An apostrophe before a formula makes it text in spreadsheets. */
export function csvField(value: string): string {
	const safe = FORMULA.test(value) ? `'${value}` : value
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const csvLine = (fields: string[]): string => `${fields.map(csvField).join(',')}\r\n`
