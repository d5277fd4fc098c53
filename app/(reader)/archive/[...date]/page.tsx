import type { Metadata } from 'next'
import { cache } from 'react'
import { endWithOverride } from '@/app/_http/page-errors'
import { pagePath } from '@/app/(reader)/list-paths'
import { NO_PERIOD } from '@/app/(reader)/overrides'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { type Query, queryNumber, requirePage } from '@/app/(reader)/search-params'
import { ArchivePeriod } from '@/components/archive/archive-period'
import { archivePath, periodName } from '@/components/archive/archive-words'
import { isInArchive, listArchivePeriod } from '@/domain/archive/archive'
import { siteMessages, siteSettings } from '@/domain/settings'
import { parsePeriod, periodParts } from '@/lib/calendar-period'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ date: string[] }>; searchParams: Query }

export async function generateMetadata(props: Props): Promise<Metadata> {
	const found = await periodOf(props)
	if (!found) return {}
	const words = await siteMessages()
	const name = periodName(found, await siteSettings())
	const { page, pages, stories, previous, next } = found
	const address = archivePath(periodParts(found))
	return pageMetadata({
		title: name,
		description: words.lists.publishedIn(name),
		path: pagePath(address, page),
		list: pages > 1 ? { page, pages, address } : undefined,
		beside:
			pages > 1
				? undefined
				: {
						previous: previous && archivePath(periodParts(previous)),
						next: next && archivePath(periodParts(next)),
					},
		// An empty month is a page of the calendar, but no result of a search.
		unlisted: stories === 0,
	})
}

export default async function ArchivePeriodPage(props: Props) {
	const found = await periodOf(props)
	if (!found) return endWithOverride(NO_PERIOD)
	await requirePage(props.searchParams, found.pages)
	return (
		<ReaderPage path={pagePath(archivePath(periodParts(found)), found.page)}>
			<ArchivePeriod period={found} locale={await siteSettings()} />
		</ReaderPage>
	)
}

const load = cache(async (date: string, page: number) => {
	const period = parsePeriod(date.split('/'))
	return period && (await isInArchive(period)) ? listArchivePeriod(period, page) : null
})

const periodOf = async ({ params, searchParams }: Props) =>
	load((await params).date.join('/'), (await queryNumber(searchParams, 'page')) ?? 1)
