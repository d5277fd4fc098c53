/** Characters with which a spreadsheet begins a formula. */
const FORMULA = /^[=+\-@\t\r]/

/** A CSV field (RFC 4180). An apostrophe before a formula makes it text in spreadsheets. */
export function csvField(value: string): string {
	const safe = FORMULA.test(value) ? `'${value}` : value
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const csvLine = (fields: string[]): string => `${fields.map(csvField).join(',')}\r\n`
