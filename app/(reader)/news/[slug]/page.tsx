import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { endWithOverride } from '@/app/_http/page-errors'
import { pagePath } from '@/app/(reader)/list-paths'
import { articleOverride } from '@/app/(reader)/overrides'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { type Query, queryNumber } from '@/app/(reader)/search-params'
import { AdSlot } from '@/components/ads/ad-slot'
import { ADJACENT_STORIES_ID, AdjacentStories } from '@/components/articles/adjacent-stories'
import { Article } from '@/components/articles/article'
import { JsonLd } from '@/components/articles/json-ld'
import { currentAd } from '@/domain/ads'
import { findNeighbours } from '@/domain/articles/lists'
import type { ArticleView } from '@/domain/articles/views'
import { siteSettings } from '@/domain/settings'
import { AD_COOKIE, closedAdIn } from '@/lib/cookies'
import { env } from '@/lib/env'
import { loadArticle } from './load-article'
import { ReaderResponses } from './responses'
import { newsArticle } from './structured-data'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ slug: string }>; searchParams: Query }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const found = await loadArticle((await params).slug)
	if (found.kind !== 'live') return { robots: { index: false } }
	const { article } = found
	return pageMetadata({
		title: article.headline,
		description: article.standfirst,
		path: `/news/${article.slug}`,
		photo: article.hero,
		article: {
			publishedAt: article.publishedAt,
			updatedAt: article.updatedAt,
			section: article.section?.name,
			authors: article.bylines.map((byline) => byline.name),
			tags: article.tags.map((tag) => tag.name),
		},
	})
}

export default async function ArticlePage({ params, searchParams }: Props) {
	const { slug } = await params
	const article = await liveStory(slug)
	const [settings, neighbours, ad] = await Promise.all([
		siteSettings(),
		findNeighbours(article.id),
		visibleAd(),
	])
	const [page, reply] = [await queryNumber(searchParams, 'page'), await queryNumber(searchParams, 'reply')]
	const path = pagePath(`/news/${article.slug}`, page)
	const aboveAd = neighbours.previous || neighbours.next ? ADJACENT_STORIES_ID : 'comments'
	return (
		<ReaderPage path={path} section={article.section?.slug}>
			<JsonLd facts={newsArticle(article, settings)} />
			<Article article={article} settings={settings} address={`${env.siteUrl}/news/${article.slug}`}>
				<ReaderResponses
					article={article}
					settings={settings}
					query={searchParams}
					page={page}
					reply={reply}
				/>
			</Article>
			<AdjacentStories neighbours={neighbours} />
			{ad && <AdSlot ad={ad} label={settings.adLabel} back={`${path}#${aboveAd}`} />}
		</ReaderPage>
	)
}

async function liveStory(slug: string): Promise<ArticleView> {
	const found = await loadArticle(slug)
	return found.kind === 'live' ? found.article : endWithOverride(await articleOverride(found))
}

/** The current advertisement; null if the cookie of this browser says that it is closed. */
async function visibleAd() {
	const ad = await currentAd()
	const closed = closedAdIn((await cookies()).get(AD_COOKIE)?.value)
	return ad && closed === String(ad.id) ? null : ad
}
