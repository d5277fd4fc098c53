import { renderToStaticMarkup } from 'react-dom/server'
import type { ArticleView } from '@/domain/articles/views'
import { photoPath } from '@/lib/photo-paths'
import { absoluteUrl } from '@/lib/site-url'
import { element, xmlDocument } from '@/lib/xml'

type Quoted = Pick<ArticleView, 'slug' | 'headline' | 'standfirst' | 'bylines' | 'hero' | 'language'>
/** Values by the names of oEmbed 1.0. */
export type Oembed = Record<string, string | number | null>

/** Seconds for which a site that quotes the story may keep the quotation. */
const CACHE_SECONDS = 3_600

/** The quotation of a story, at most `width` pixels wide: a block of text without scripts and styles. */
export function oembedOf(article: Quoted, siteName: string, width: number): Oembed {
	const { slug, headline, bylines } = article
	const [author] = bylines
	return {
		version: '1.0',
		type: 'rich',
		title: headline,
		...(author && {
			author_name: bylines.map(({ name }) => name).join(', '),
			author_url: absoluteUrl(`/people/${author.slug}`),
		}),
		provider_name: siteName,
		provider_url: absoluteUrl('/'),
		cache_age: CACHE_SECONDS,
		...thumbnailOf(article, width),
		html: renderToStaticMarkup(
			<Quotation article={article} siteName={siteName} url={absoluteUrl(`/news/${slug}`)} />,
		),
		width,
		// Text has no height of its own.
		height: null,
	}
}

function Quotation({ article, siteName, url }: { article: Quoted; siteName: string; url: string }) {
	const { headline, standfirst, bylines, language } = article
	const names = bylines.map(({ name }) => name).join(', ')
	return (
		<blockquote cite={url} lang={language}>
			{standfirst && <p dir="auto">{standfirst}</p>}
			<p>
				<a href={url}>
					<bdi>{headline}</bdi>
				</a>
				{names && (
					<>
						, <bdi>{names}</bdi>
					</>
				)}
				, <cite>{siteName}</cite>
			</p>
		</blockquote>
	)
}

/** The three values of the lead picture, which come together or not at all. */
function thumbnailOf({ hero }: Quoted, width: number): Oembed {
	const fitting = hero?.widths.filter((each) => each <= width).at(-1)
	if (!hero || !fitting) return {}
	return {
		thumbnail_url: absoluteUrl(photoPath(hero.hash, fitting, 'jpg')),
		thumbnail_width: fitting,
		thumbnail_height: Math.round((hero.height * fitting) / hero.width),
	}
}

export const oembedJson = (oembed: Oembed): string => JSON.stringify(oembed)

export const oembedXml = (oembed: Oembed): string =>
	xmlDocument(
		element(
			'oembed',
			{},
			Object.entries(oembed).map(([name, value]) => value !== null && element(name, {}, String(value))),
		),
	)
