import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { insteadOfArticle } from '@/app/(reader)/instead'
import { leafPath } from '@/app/(reader)/list-paths'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { type Query, queryNumber } from '@/app/(reader)/query'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { isClosedAd } from '@/app/ad-cookie'
import { answerInstead } from '@/app/answers'
import { AdSlot } from '@/components/ads/ad-slot'
import { Article } from '@/components/articles/article'
import { JsonLd } from '@/components/articles/json-ld'
import { NEIGHBOURS_ID, Neighbours } from '@/components/articles/neighbours'
import { currentAd } from '@/domain/ads'
import { findNeighbours } from '@/domain/articles/lists'
import type { ArticleView } from '@/domain/articles/views'
import { siteSettings } from '@/domain/settings'
import { AD_COOKIE } from '@/lib/ad-cookie'
import { env } from '@/lib/env'
import { newsArticle } from './facts'
import { Square } from './square'
import { findStory } from './story'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ slug: string }>; searchParams: Query }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const found = await findStory((await params).slug)
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
	const [settings, neighbours, ad] = await Promise.all([siteSettings(), findNeighbours(article.id), openAd()])
	const [page, reply] = [await queryNumber(searchParams, 'page'), await queryNumber(searchParams, 'reply')]
	const path = leafPath(`/news/${article.slug}`, page)
	const aboveAd = neighbours.previous || neighbours.next ? NEIGHBOURS_ID : 'comments'
	return (
		<ReaderPage path={path} section={article.section?.slug}>
			<JsonLd facts={newsArticle(article, settings)} />
			<Article article={article} settings={settings} address={`${env.siteUrl}/news/${article.slug}`}>
				<Square article={article} settings={settings} query={searchParams} page={page} reply={reply} />
			</Article>
			<Neighbours neighbours={neighbours} />
			{ad && <AdSlot ad={ad} label={settings.adLabel} back={`${path}#${aboveAd}`} />}
		</ReaderPage>
	)
}

async function liveStory(slug: string): Promise<ArticleView> {
	const found = await findStory(slug)
	return found.kind === 'live' ? found.article : answerInstead(await insteadOfArticle(found))
}

/** The advertisement that runs now, unless this browser has closed it. */
async function openAd() {
	const ad = await currentAd()
	return ad && isClosedAd((await cookies()).get(AD_COOKIE)?.value, ad.id) ? null : ad
}
