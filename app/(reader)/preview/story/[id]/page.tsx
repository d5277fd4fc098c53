import type { Metadata } from 'next'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { type Query, queryValue } from '@/app/(reader)/search-params'
import { deskViewer, orErrorPage, parseId } from '@/app/desk/desk-viewer'
import { previewedArticle } from '@/app/desk/stories/preview/preview-article'
import { Article } from '@/components/articles/article'
import { correctionsOf } from '@/domain/corrections'
import { siteSettings } from '@/domain/settings'
import { env } from '@/lib/env'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
	title: { absolute: 'Preview' },
	robots: { index: false, follow: false },
	referrer: 'no-referrer',
}

type Props = { params: Promise<{ id: string }>; searchParams: Query }

/** A story as readers will see it, for the desk's preview; the server sets the theme that the address names. */
export default async function FramedPreviewPage({ params, searchParams }: Props) {
	const { id } = await params
	const deskUser = await deskViewer(`/desk/stories/${id}/preview`, 'write stories')
	const token = await queryValue(searchParams, 'autosave')
	const { article } = await orErrorPage(previewedArticle(deskUser, parseId(id), token))
	return (
		<ReaderPage path="/" section={article.section?.slug}>
			<Article
				article={article}
				settings={await siteSettings()}
				corrections={await correctionsOf(article.id)}
				address={`${env.siteUrl}/news/${article.slug}`}
			/>
		</ReaderPage>
	)
}
