import { answerMachines } from '@/app/(reader)/answer-machines'
import { OVERRIDES } from '@/app/(reader)/overrides'
import { type Oembed, oembedJson, oembedOf, oembedXml } from '@/components/oembed/oembed'
import { findArticle } from '@/domain/articles/find-article'
import { siteSettings } from '@/domain/settings'
import { env } from '@/lib/env'
import { namedError } from '@/lib/error-words'
import type { ResponseOverride } from '@/lib/request-context'
import { decodeSafely } from '@/lib/urls'
import type { FileRoute, RenderedFile } from '@/server/rendered-files'

/** Widths of quotations in pixels: few, so that the cache holds few files of a story. */
const WIDTHS = [100, 200, 300, 400, 500, 600]
const STORY_PATH = /^\/news\/([^/]+)\/?$/

const FORMATS: Record<string, { type: string; write: (oembed: Oembed) => string }> = {
	json: { type: 'application/json; charset=utf-8', write: oembedJson },
	xml: { type: 'text/xml; charset=utf-8', write: oembedXml },
}

/** oEmbed 1.0: how other sites quote a story of which they have the address. */
export const OEMBED_ROUTES: FileRoute[] = [
	{ path: /^\/oembed$/, select, render: async () => NO_STORY },
	{
		path: /^\/oembed\/([^/]+)\/(100|200|300|400|500|600)\.(json|xml)$/,
		render: ([slug = '', width, format = '']) => quotation(slug, Number(width), format),
	},
]

function select(query: URLSearchParams): string | ResponseOverride {
	const format = query.get('format') || 'json'
	if (!Object.hasOwn(FORMATS, format)) return UNKNOWN_FORMAT
	const slug = slugAt(query.get('url') ?? '')
	if (slug === null) return NO_STORY
	const given = query.get('maxwidth') ?? ''
	const max = /^\d{1,6}$/.test(given) ? Number(given) : Number.POSITIVE_INFINITY
	const width = WIDTHS.findLast((each) => each <= max) ?? WIDTHS[0]
	return `/oembed/${encodeURIComponent(slug.toLowerCase())}/${width}.${format}`
}

/** The slug of a story's address on this site, in either scheme; null for other addresses. */
function slugAt(address: string): string | null {
	if (!URL.canParse(address)) return null
	const { protocol, host, pathname } = new URL(address)
	const isHere = /^https?:$/.test(protocol) && host === new URL(env.siteUrl).host
	const slug = isHere ? STORY_PATH.exec(pathname)?.[1] : undefined
	return slug === undefined ? null : decodeSafely(slug)
}

async function quotation(
	slug: string,
	width: number,
	format: string,
): Promise<RenderedFile | ResponseOverride> {
	const override = await OVERRIDES.news(slug)
	const moved = override?.kind === 'redirect' ? STORY_PATH.exec(override.location)?.[1] : undefined
	if (moved) return { kind: 'redirect', location: `/oembed/${moved}/${width}.${format}` }
	if (override) return override
	const found = await findArticle(slug)
	const known = FORMATS[format]
	if (found.kind !== 'live' || !known) return NO_STORY
	await answerMachines()
	const { siteName } = await siteSettings()
	return { type: known.type, text: known.write(oembedOf(found.article, siteName, width)) }
}

const NO_STORY = namedError(404, 'noQuote')
const UNKNOWN_FORMAT = namedError(501, 'noFormat')
