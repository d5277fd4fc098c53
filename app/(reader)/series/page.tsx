import type { Metadata } from 'next'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { day } from '@/components/layout/date-time'
import { NameList } from '@/components/lists/name-list'
import { listAllSeries } from '@/domain/series/series'
import { siteMessages, siteSettings } from '@/domain/settings'

export const dynamic = 'force-dynamic'

const ADDRESS = '/series'

export async function generateMetadata(): Promise<Metadata> {
	const { series, seriesLead } = (await siteMessages()).lists
	return pageMetadata({ title: series, description: seriesLead, path: ADDRESS })
}

export default async function AllSeriesPage() {
	const locale = await siteSettings()
	const words = (await siteMessages()).lists
	return (
		<ReaderPage path={ADDRESS}>
			<NameList
				title={words.series}
				address={ADDRESS}
				lead={words.seriesLead}
				empty={words.noSeries}
				names={(await listAllSeries()).map(({ slug, name, description, parts, lastAt }) => ({
					href: `/series/${slug}`,
					name,
					about: (
						<>
							{description && <bdi>{description} </bdi>}
							{words.partsUntil(parts, day(lastAt, locale))}
						</>
					),
				}))}
				wide
			/>
		</ReaderPage>
	)
}
