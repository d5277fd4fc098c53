import type { IncomingHttpHeaders } from 'node:http'
import { Parser } from 'htmlparser2'
import { escapeHtml } from '@/lib/escape-html'
import { messagesOf } from '@/lib/messages/messages'

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
	const { cuts, language } = cutsIn(html)
	const { loadPicture } = messagesOf(language).page
	for (const { from, to, image } of cuts) {
		const label = image && loadPicture(kilobytes(await bytesOf(image.src ?? '')))
		parts.push(html.slice(keptUpTo, from), image ? linkTo(image, label ?? '') : '')
		keptUpTo = to
	}
	return parts.join('') + html.slice(keptUpTo)
}

function cutsIn(html: string): { cuts: Cut[]; language: string } {
	const cuts: Cut[] = []
	let open: Cut | null = null
	let language = 'en'
	/** Start tag of the link that the parser is in, and whether it is removed: links cannot be nested. */
	let link: (Cut & { isCut: boolean }) | null = null
	const parser = new Parser({
		onopentag(name, attributes) {
			if (name === 'html') language = attributes.lang ?? language
			else if (name === 'a')
				link = { from: parser.startIndex, to: parser.endIndex + 1, image: null, isCut: false }
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
	return { cuts, language }
}

const KB = 1_000

const kilobytes = (bytes: number | null): number | null =>
	bytes === null ? null : Math.max(1, Math.round(bytes / KB))

const linkTo = ({ src = '', alt = '' }: Attributes, label: string): string =>
	`<a href="${escapeHtml(src)}" data-part="picture"><strong>${label}</strong> <span>${escapeHtml(alt)}</span></a>`
