import { replacePictures, SAVE_DATA, type SaveDataBytes } from './save-data'

/** Sets the attributes on the root element, where the style sheet matches them, and applies Save-Data. */
export function withAppearance(
	html: string,
	appearance: string,
	savedBytes: SaveDataBytes,
): Promise<string> | string {
	const styled = appearance ? html.replace(/<html\b/i, `<html${appearance}`) : html
	return appearance.includes(SAVE_DATA) ? replacePictures(styled, savedBytes) : styled
}

/** Attribute of the theme that the address of a preview names; null for other pages. */
export function themeOf(url = ''): string | null {
	const theme = /^\/preview\/story\/[^?]*\?(?:.*&)?theme=(light|dark)(?:&|$)/.exec(url)?.[1]
	return theme ? ` data-theme="${theme}"` : null
}
