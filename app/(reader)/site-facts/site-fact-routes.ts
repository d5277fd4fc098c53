import { openSearchDescription } from '@/components/site-facts/opensearch'
import { securityTxt, trustTxt } from '@/components/site-facts/well-known'
import { ICON_SIZES, type IconSize, siteIcons } from '@/domain/icons/icons'
import { machinePolicy } from '@/domain/machines'
import { findOrganisation } from '@/domain/organisation'
import { siteSettings } from '@/domain/settings'
import { indexNowKey } from '@/domain/site-identity'
import { parseHex } from '@/lib/contrast'
import { directionOfLanguage } from '@/lib/direction'
import { env } from '@/lib/env'
import { namedError } from '@/lib/error-words'
import { expiresAt } from '@/lib/invalidation'
import { icoFile } from '@/lib/png'
import type { ResponseOverride } from '@/lib/request-context'
import { accentIn, BACKGROUNDS, DEFAULT_ACCENT } from '@/lib/site-look'
import type { FileRoute, RenderedFile } from '@/server/rendered-files'

/** Sizes within `/favicon.ico`, for tabs at one, two and three pixels a point. */
const TAB_SIZES = [16, 32, 48] as const
/** Whole months ahead at which `security.txt` expires; at the start of each month the file changes. */
const SECURITY_MONTHS = 6

/** Files about the site itself, made from its settings. */
export const SITE_FACT_ROUTES: FileRoute[] = [
	{ path: /^\/favicon\.ico$/, render: favicon },
	{ path: /^\/apple-touch-icon(?:-precomposed)?\.png$/, render: () => icon(180) },
	{ path: /^\/icon-(192|512)\.png$/, render: ([size]) => icon(Number(size) as IconSize) },
	{ path: /^\/manifest\.webmanifest$/, render: manifest },
	{ path: /^\/opensearch\.xml$/, render: openSearch },
	{ path: /^\/\.well-known\/security\.txt$/, render: security },
	{ path: /^\/(?:\.well-known\/)?trust\.txt$/, render: trust },
	{ path: /^\/indexnow\.txt$/, render: indexNow },
	{
		path: /^\/security\.txt$/,
		render: async () => ({ kind: 'redirect', location: '/.well-known/security.txt' }),
	},
]

async function favicon(): Promise<RenderedFile> {
	const icons = await siteIcons()
	const images = TAB_SIZES.map((size) => ({ size, png: icons[size] }))
	return { type: 'image/x-icon', text: icoFile(images) }
}

const icon = async (size: IconSize): Promise<RenderedFile> => ({
	type: 'image/png',
	text: (await siteIcons())[size],
})

/** The web app manifest: an installed site keeps the browser's buttons and address. */
async function manifest(): Promise<RenderedFile> {
	const { siteName, tagline, language, direction, accent } = await siteSettings()
	const facts = {
		id: '/',
		name: siteName,
		description: tagline || undefined,
		lang: language,
		dir: direction === 'auto' ? directionOfLanguage(language) : direction,
		start_url: '/',
		scope: '/',
		display: 'minimal-ui',
		background_color: BACKGROUNDS.light[0],
		theme_color: accentIn(parseHex(accent) ?? DEFAULT_ACCENT).light.colour,
		icons: ICON_SIZES.filter((size) => size >= 192).flatMap((size) =>
			['any', 'maskable'].map((purpose) => ({
				src: `/icon-${size}.png`,
				sizes: `${size}x${size}`,
				type: 'image/png',
				purpose,
			})),
		),
	}
	return { type: 'application/manifest+json; charset=utf-8', text: JSON.stringify(facts) }
}

async function openSearch(): Promise<RenderedFile> {
	const { siteName: name, language } = await siteSettings()
	return {
		type: 'application/opensearchdescription+xml; charset=utf-8',
		text: openSearchDescription({ name, language, url: env.siteUrl }),
	}
}

async function security(): Promise<RenderedFile | ResponseOverride> {
	const now = new Date()
	const monthStart = (months: number): Date =>
		new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months))
	expiresAt(monthStart(1))
	const organisation = await findOrganisation()
	return plain(securityTxt({ organisation, siteUrl: env.siteUrl, expires: monthStart(SECURITY_MONTHS + 1) }))
}

async function trust(): Promise<RenderedFile | ResponseOverride> {
	return plain(trustTxt(await findOrganisation(), await machinePolicy()))
}

/** The key of announcements to search engines, while they are on. */
async function indexNow(): Promise<RenderedFile | ResponseOverride> {
	return plain((await siteSettings()).indexNow ? await indexNowKey() : null)
}

const plain = (text: string | null): RenderedFile | ResponseOverride =>
	text === null ? NO_FACTS : { type: 'text/plain; charset=utf-8', text }

const NO_FACTS = namedError(404, 'noFacts')
