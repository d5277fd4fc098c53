import type { Metadata } from 'next'
import { deskViewer, orErrorPage, parseId } from '@/app/desk/desk-viewer'
import { noticeIn, type Search } from '@/app/desk/notices'
import { changeSeriesAction } from '@/app/desk/stories/series-actions'
import { PageHead } from '@/components/desk/desk-frame'
import sectionStyles from '@/components/desk/sections/sections.module.css'
import { SeriesDetailsForm } from '@/components/desk/series/series-details-form'
import { findSeries } from '@/domain/series/change-series'

type Props = { params: Promise<{ id: string }>; searchParams: Search }

export const metadata: Metadata = { title: 'Series' }

export default async function SeriesPage({ params, searchParams }: Props) {
	const id = parseId((await params).id)
	const deskUser = await deskViewer(`/desk/series/${id}`, 'publish stories')
	const series = await orErrorPage(findSeries(deskUser, id))
	return (
		<>
			<PageHead title={series.name}>
				<a href="/desk">All stories</a>
			</PageHead>
			<div className={sectionStyles.page}>
				<SeriesDetailsForm
					series={series}
					action={changeSeriesAction}
					notice={await noticeIn(searchParams)}
				/>
			</div>
		</>
	)
}
