import type { Metadata } from 'next'
import { cache } from 'react'
import { endWithOverride } from '@/app/_http/page-errors'
import { pagePath } from '@/app/(reader)/list-paths'
import { NO_SERIES } from '@/app/(reader)/overrides'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { type Query, queryNumber, requirePage } from '@/app/(reader)/search-params'
import { SeriesPage } from '@/components/series/series-page'
import { listSeries } from '@/domain/series/series'
import { siteMessages, siteSettings } from '@/domain/settings'
import { decodeSafely } from '@/lib/urls'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ slug: string }>; searchParams: Query }

const load = cache(listSeries)
const seriesOf = async ({ params, searchParams }: Props) =>
	load(decodeSafely((await params).slug), (await queryNumber(searchParams, 'page')) ?? 1)

export async function generateMetadata(props: Props): Promise<Metadata> {
	const series = await seriesOf(props)
	if (!series) return {}
	const { slug, name, description, page, pages, cards } = series
	const address = `/series/${slug}`
	const words = await siteMessages()
	return pageMetadata({
		title: name,
		description: description ?? words.lists.seriesInOrder(name),
		path: pagePath(address, page),
		photo: cards[0]?.card.hero,
		list: { page, pages, address },
		feeds: [{ title: name, page: address }],
	})
}

export default async function SeriesRoute(props: Props) {
	const series = await seriesOf(props)
	if (!series) return endWithOverride(NO_SERIES)
	await requirePage(props.searchParams, series.pages)
	const address = `/series/${series.slug}`
	return (
		<ReaderPage path={pagePath(address, series.page)}>
			<SeriesPage series={series} address={address} locale={await siteSettings()} />
		</ReaderPage>
	)
}
