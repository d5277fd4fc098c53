import type { Metadata } from 'next'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { day } from '@/components/layout/date-time'
import { NameList } from '@/components/lists/name-list'
import { partsInWords } from '@/components/series/series-words'
import { listAllSeries } from '@/domain/series/series'
import { siteSettings } from '@/domain/settings'

export const dynamic = 'force-dynamic'

const ADDRESS = '/series'
const TITLE = 'Series'

export const generateMetadata = (): Promise<Metadata> =>
	pageMetadata({ title: TITLE, description: 'Stories that appear in parts.', path: ADDRESS })

export default async function AllSeriesPage() {
	const locale = await siteSettings()
	return (
		<ReaderPage path={ADDRESS}>
			<NameList
				title={TITLE}
				address={ADDRESS}
				lead="Stories that appear in parts, the one with the newest part first."
				empty="No story has appeared in parts yet."
				names={(await listAllSeries()).map(({ slug, name, description, parts, lastAt }) => ({
					href: `/series/${slug}`,
					name,
					about: (
						<>
							{description && <bdi>{description} </bdi>}
							{partsInWords(parts)}, the last on {day(lastAt, locale)}
						</>
					),
				}))}
				wide
			/>
		</ReaderPage>
	)
}
