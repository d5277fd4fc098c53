import type { IncomingHttpHeaders } from 'node:http'
import { Parser } from 'htmlparser2'
import { escapeHtml } from '@/lib/escape-html'

/** Attribute of the root element for clients that send `Save-Data: on`; the style sheet matches it. */
export const SAVE_DATA = ' data-saves'

export const wantsSaveData = (headers: IncomingHttpHeaders): boolean =>
	String(headers['save-data'] ?? '').toLowerCase() === 'on'

/** Size in bytes of the file that `/media/…` serves under `Save-Data`; null if it is missing. */
export type SaveDataBytes = (path: string) => Promise<number | null>

type Attributes = Record<string, string>
type Cut = { from: number; to: number; image: Attributes | null }

/** Replaces each `<picture>` by a link with the file's size, in place of a link around it, and removes font preloads. */
export async function replacePictures(html: string, bytesOf: SaveDataBytes): Promise<string> {
	const parts: string[] = []
	let keptUpTo = 0
	for (const { from, to, image } of cutsIn(html)) {
		parts.push(html.slice(keptUpTo, from), image ? linkTo(image, await bytesOf(image.src ?? '')) : '')
		keptUpTo = to
	}
	return parts.join('') + html.slice(keptUpTo)
}

function cutsIn(html: string): Cut[] {
	const cuts: Cut[] = []
	let open: Cut | null = null
	/** Start tag of the link that the parser is in, and whether it is removed: links cannot be nested. */
	let link: (Cut & { isCut: boolean }) | null = null
	const parser = new Parser({
		onopentag(name, attributes) {
			if (name === 'a') link = { from: parser.startIndex, to: parser.endIndex + 1, image: null, isCut: false }
			else if (name === 'picture') {
				open = { from: parser.startIndex, to: 0, image: null }
				if (!link || link.isCut) return
				link.isCut = true
				cuts.push(link)
			}
			if (name === 'img' && open) open.image = attributes
			else if (name === 'link' && attributes.rel === 'preload' && attributes.as === 'font')
				cuts.push({ from: parser.startIndex, to: parser.endIndex + 1, image: null })
		},
		onclosetag(name) {
			const to = parser.endIndex + 1
			if (name === 'picture' && open) {
				cuts.push({ ...open, to })
				open = null
			} else if (name === 'a') {
				if (link?.isCut) cuts.push({ from: parser.startIndex, to, image: null })
				link = null
			}
		},
	})
	parser.end(html)
	return cuts
}

const KB = 1_000

function linkTo({ src = '', alt = '' }: Attributes, bytes: number | null): string {
	const size = bytes === null ? '' : ` (${Math.max(1, Math.round(bytes / KB))} kB)`
	const label = `<strong>Load the picture${size}</strong> <span>${escapeHtml(alt)}</span>`
	return `<a href="${escapeHtml(src)}" data-part="picture">${label}</a>`
}
