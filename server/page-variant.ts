import { compressPage } from './compressed-page'
import type { CacheEntry, RenderResult } from './page-cache'
import { replacePictures, SAVE_DATA, type SaveDataBytes } from './save-data'

/** Derives the page of an appearance from the default page. @param appearance attributes of the root element */
export async function renderWithAppearance(
	plain: CacheEntry,
	appearance: string,
	savedBytes: SaveDataBytes,
): Promise<RenderResult> {
	const { page, tags, validUntil, lastPage, staleSince } = plain
	const html = await withAppearance(page.html, appearance, savedBytes)
	return { page: await compressPage(html), tags, validUntil, lastPage, staleSince }
}

/** Sets the attributes on the root element, where the style sheet matches them, and applies Save-Data. */
export function withAppearance(
	html: string,
	appearance: string,
	savedBytes: SaveDataBytes,
): Promise<string> | string {
	const styled = appearance ? html.replace(/<html\b/i, `<html${appearance}`) : html
	return appearance.includes(SAVE_DATA) ? replacePictures(styled, savedBytes) : styled
}
