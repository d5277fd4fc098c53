import type { Metadata } from 'next'
import { islandsScript } from '@/app/_http/islands-script'
import { endWithOverride } from '@/app/_http/page-errors'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { PhotoStage } from '@/components/photos/photo-stage'
import { ReadingScript } from '@/components/reading/reading-script'
import { photosOf } from '@/domain/articles/photos'
import { env } from '@/lib/env'
import { messages } from '@/lib/messages/messages'
import { photoPagePath } from '@/lib/photo-pages'
import { decodeSafely } from '@/lib/urls'
import { loadArticle } from '../../load-article'
import { photoNumber, photoOverride } from '../photo-override'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ slug: string; number: string }> }

async function load({ params }: Props) {
	const { slug, number: text } = await params
	const found = await loadArticle(slug)
	if (found.kind !== 'live') return null
	const { article } = found
	const photos = photosOf(article)
	const number = photoNumber(text)
	const photo = photos[number - 1]
	return photo ? { article, photo, number, total: photos.length } : null
}

/** The canonical address is that of the story: the page holds nothing that the story does not. */
export async function generateMetadata(props: Props): Promise<Metadata> {
	const found = await load(props)
	if (!found) return { robots: { index: false } }
	const { article, photo, number, total } = found
	const page = await pageMetadata({
		title: `${messages().saving.photoOf(number, total)}: ${article.headline}`,
		description: photo.caption || photo.alt,
		path: photoPagePath(article.slug, number),
		photo,
		machines: article.machines,
		hidden: true,
	})
	return { ...page, alternates: { canonical: `${env.siteUrl}/news/${article.slug}` } }
}

/** One photograph of a story as large as the window. */
export default async function PhotoPage(props: Props) {
	const found = await load(props)
	if (!found) {
		const { slug, number } = await props.params
		const override = await photoOverride(decodeSafely(slug), number)
		return override && endWithOverride(override)
	}
	const { article, photo, number, total } = found
	return (
		<ReaderPage path={photoPagePath(article.slug, number)} section={article.section?.slug}>
			<PhotoStage story={article} photo={photo} number={number} total={total} />
			<ReadingScript src={islandsScript('reading')} />
		</ReaderPage>
	)
}
