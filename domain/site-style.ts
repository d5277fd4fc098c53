import { createHash } from 'node:crypto'
import { type Look, siteCss } from '@/lib/site-look'

/** Name of a file of the site, `HASH.css`, which changes with its content. */
export const contentName = (content: string | Uint8Array, extension: string): string =>
	`${createHash('sha256').update(content).digest('base64url').slice(0, 16)}.${extension}`

/** Address of the site's style sheet; null for the default look. */
export function siteStylesheet(look: Look): string | null {
	const css = siteCss(look)
	return css ? `/site/${contentName(css, 'css')}` : null
}
