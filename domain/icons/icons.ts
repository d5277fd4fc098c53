import { parseHex } from '@/lib/contrast'
import { palettePng } from '@/lib/png'
import { accentIn, BACKGROUNDS, DEFAULT_ACCENT } from '@/lib/site-look'
import { processIcons } from '../photos/process-image'
import type { Logo, SiteSettings } from '../setting-defaults'
import { siteSettings } from '../settings'
import { findSiteFile } from '../site-files'

/** Sides in pixels: of tabs, of a home screen of iOS, and of an installed site. */
export const ICON_SIZES = [16, 32, 48, 180, 192, 512] as const
export type IconSize = (typeof ICON_SIZES)[number]

/** The icons of the site by their size. */
export type SiteIcons = Record<IconSize, Buffer>

/** From this size on, devices crop icons to shapes: the middle four fifths stay visible. */
const CROPPED_FROM = 180
/** A logo's share of the side: in an icon that is cropped to a circle, and in others. */
const SHARE_CROPPED = 0.6
const SHARE = 0.9
/** Ratios of width to height of logos that are legible in a square. */
const RATIO_MAX = 2

/** Icons of the present logo and accent; one set, since they change together. */
const drawn: { key: string; icons: Promise<SiteIcons> | null } = { key: '', icons: null }

/** The site's icons: its logo if that fits into a square, else a tile in its accent. */
export async function siteIcons(): Promise<SiteIcons> {
	const settings = await siteSettings()
	const key = `${settings.logo?.name} ${settings.accent}`
	if (drawn.key !== key || !drawn.icons) Object.assign(drawn, { key, icons: draw(settings) })
	return drawn.icons as Promise<SiteIcons>
}

async function draw({ logo, accent }: SiteSettings): Promise<SiteIcons> {
	const pngs = logo && isSquarish(logo) ? await withLogo(logo) : null
	return byEachSize((size, index) => pngs?.[index] ?? tile(size, accent))
}

const isSquarish = ({ width, height }: Logo): boolean =>
	width <= height * RATIO_MAX && height <= width * RATIO_MAX

/** Null for a logo that cannot be drawn; its error is logged. */
async function withLogo({ name }: Logo): Promise<Buffer[] | null> {
	const logo = await findSiteFile(name)
	if (!logo) return null
	const shareOf = (size: IconSize): number => (size >= CROPPED_FROM ? SHARE_CROPPED : SHARE)
	const icons = ICON_SIZES.map((size) => ({ size, share: shareOf(size) }))
	return processIcons({ logo, background: BACKGROUNDS.light[0], icons }).catch((error) => {
		console.error('The icons of the logo could not be drawn.', error)
		return null
	})
}

/** A square with an open square in it, on a grid of 16 cells; without letters, as a server may have no fonts. */
function tile(size: number, accent: string): Buffer {
	const { colour, ink } = accentIn(parseHex(accent) ?? DEFAULT_ACCENT).light
	const cell = (at: number): number => Math.floor((at * GRID) / size)
	return palettePng(size, [colour, ink], (column, row) => {
		const edge = Math.min(cell(column), cell(row), GRID - 1 - cell(column), GRID - 1 - cell(row))
		return edge === RING || edge === RING + 1 ? 1 : 0
	})
}

const GRID = 16
/** Cells from the edge to the ring, which is two cells wide. */
const RING = 4

const byEachSize = (make: (size: IconSize, index: number) => Buffer): SiteIcons =>
	Object.fromEntries(ICON_SIZES.map((size, index) => [size, make(size, index)])) as SiteIcons
