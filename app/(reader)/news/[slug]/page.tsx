import type { Metadata } from 'next'
import { endWithOverride } from '@/app/_http/page-errors'
import { pagePath } from '@/app/(reader)/list-paths'
import { articleOverride } from '@/app/(reader)/overrides'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { AD } from '@/app/(reader)/parts/ad'
import { COMMENTS } from '@/app/(reader)/parts/comments'
import { PagePart } from '@/app/(reader)/parts/page-part'
import { SAVE_STORY } from '@/app/(reader)/parts/save-story'
import { SLOT_AD } from '@/app/(reader)/parts/slot-ad'
import { MOODS, RATING } from '@/app/(reader)/parts/votes'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { type Query, queryNumber, queryValue } from '@/app/(reader)/search-params'
import { sharePath } from '@/app/(reader)/share/share-picture'
import { ADJACENT_STORIES_ID, AdjacentStories } from '@/components/articles/adjacent-stories'
import { Article } from '@/components/articles/article'
import { JsonLd } from '@/components/articles/json-ld'
import { langWithin } from '@/components/layout/lang'
import { adParagraphs } from '@/domain/ads'
import { findNeighbours } from '@/domain/articles/lists'
import { countChanges } from '@/domain/articles/public-history'
import type { ArticleView, Neighbours } from '@/domain/articles/views'
import { correctionsOf } from '@/domain/corrections'
import { findOrganisation } from '@/domain/organisation'
import { relatedTo } from '@/domain/related/related'
import { type SeriesPlace, seriesPlaceOf } from '@/domain/series/series'
import { siteMessages, siteSettings } from '@/domain/settings'
import { env } from '@/lib/env'
import { absoluteUrl } from '@/lib/site-url'
import { loadArticle } from './load-article'
import { articleGraph } from './structured-data'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ slug: string }>; searchParams: Query }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const found = await loadArticle((await params).slug)
	if (found.kind !== 'live') return { robots: { index: false } }
	const { article } = found
	const { commentsOn } = (await siteMessages()).article
	return pageMetadata({
		title: article.headline,
		description: article.standfirst,
		path: `/news/${article.slug}`,
		photo: article.hero,
		share: sharePath(article, await siteSettings()),
		machines: article.machines,
		creators: article.bylines.flatMap(({ fediverse }) => fediverse ?? []),
		feeds: [
			...(article.section
				? [{ title: article.section.name, page: `/sections/${article.section.slug}` }]
				: []),
			{ title: commentsOn(article.headline), page: `/news/${article.slug}` },
		],
		language: article.language,
		translations: article.translations,
		article: {
			publishedAt: article.publishedAt,
			updatedAt: article.updatedAt,
			section: article.section?.name,
			authors: article.bylines.map(({ slug }) => absoluteUrl(`/people/${slug}`)),
			tags: article.tags.map((tag) => tag.name),
		},
	})
}

export default async function ArticlePage({ params, searchParams }: Props) {
	const { slug } = await params
	const article = await liveStory(slug)
	const [settings, neighbours] = await Promise.all([siteSettings(), findNeighbours(article.id)])
	const [corrections, changes] = [await correctionsOf(article.id), await countChanges(article.id)]
	const series = await seriesPlaceOf(article.id)
	const related = await relatedTo(article.id, linkedIds(neighbours, series))
	const page = await queryNumber(searchParams, 'page')
	const asked = {
		page,
		reply: await queryNumber(searchParams, 'reply'),
		comment: await queryNumber(searchParams, 'comment'),
		sort: await queryValue(searchParams, 'sort'),
		size: await queryNumber(searchParams, 'size'),
		view: await queryValue(searchParams, 'view'),
	}
	const path = pagePath(`/news/${article.slug}`, page)
	const { responses } = article
	const story = { articleId: article.id, slug: article.slug }
	const aboveAd = neighbours.previous || neighbours.next ? ADJACENT_STORIES_ID : 'comments'
	const paragraphs = article.body.content.filter(({ type }) => type === 'paragraph').length
	const ads = { section: article.section?.slug, paragraphs }
	const lang = langWithin(article.language)
	const inserts = new Map(
		(await adParagraphs(ads)).map((after) => [
			after,
			<PagePart key={after} part={SLOT_AD} props={{ ...ads, slot: 'in article', after, lang }} />,
		]),
	)
	return (
		<ReaderPage path={path} section={article.section?.slug}>
			<JsonLd facts={articleGraph(article, await findOrganisation(), corrections)} />
			<PagePart part={SLOT_AD} props={{ ...ads, slot: 'top' }} />
			<Article
				article={article}
				settings={settings}
				corrections={corrections}
				changes={changes}
				series={series}
				related={related}
				address={`${env.siteUrl}/news/${article.slug}`}
				inserts={inserts}
				tools={<PagePart part={SAVE_STORY} props={story} />}
				photoPages
			>
				<PagePart part={SLOT_AD} props={{ ...ads, slot: 'end of article' }} />
				{/* A footer, which reader modes drop even around a short story. */}
				<footer>
					{responses.moods && <PagePart part={MOODS} props={story} />}
					{responses.ratings && <PagePart part={RATING} props={story} />}
				</footer>
				<PagePart part={COMMENTS} props={{ ...story, ...rulesOf(responses), ...asked }} />
			</Article>
			<AdjacentStories neighbours={neighbours} />
			<PagePart part={AD} props={{ back: `${path}#${aboveAd}`, section: ads.section }} />
		</ReaderPage>
	)
}

/** The stories that the page links as neighbours or parts of the series. */
const linkedIds = (neighbours: Neighbours, series: SeriesPlace | null): number[] =>
	[
		neighbours.previous?.id,
		neighbours.next?.id,
		series?.previous?.articleId,
		series?.next?.articleId,
	].flatMap((id) => id ?? [])

/** As JSON keeps them in a shell. */
const rulesOf = ({ closed, closesAt, comments, from }: ArticleView['responses']) => ({
	closed: closed && { ...closed, since: closed.since?.toISOString() ?? null },
	closesAt: closesAt?.toISOString() ?? null,
	premoderated: comments === 'premoderated',
	from,
})

async function liveStory(slug: string): Promise<ArticleView> {
	const found = await loadArticle(slug)
	return found.kind === 'live' ? found.article : endWithOverride(await articleOverride(found))
}
