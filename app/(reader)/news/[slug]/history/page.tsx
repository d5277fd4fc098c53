import type { Metadata } from 'next'
import { cache } from 'react'
import { endWithOverride } from '@/app/_http/page-errors'
import { pagePath } from '@/app/(reader)/list-paths'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { type Query, queryNumber, requirePage } from '@/app/(reader)/search-params'
import { VersionList } from '@/components/articles/history/version-list'
import { findPublicHistory } from '@/domain/articles/public-history'
import { siteMessages, siteSettings } from '@/domain/settings'
import { decodeSafely } from '@/lib/urls'
import { historyOverride, historyPath } from './history-override'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ slug: string }>; searchParams: Query }

const load = cache((slug: string, page: number) => findPublicHistory(decodeSafely(slug), page))
const historyOf = async ({ params, searchParams }: Props) =>
	load((await params).slug, (await queryNumber(searchParams, 'page')) ?? 1)

export async function generateMetadata(props: Props): Promise<Metadata> {
	const history = await historyOf(props)
	if (history.kind !== 'live') return { robots: { index: false } }
	const words = (await siteMessages()).history
	return pageMetadata({
		title: words.changesTo(history.headline),
		description: words.description,
		path: pagePath(historyPath(history.slug), history.page),
		machines: history.machines,
	})
}

/** The published versions of a story, newest first. */
export default async function StoryHistoryPage(props: Props) {
	const history = await historyOf(props)
	if (history.kind !== 'live') {
		const override = await historyOverride(decodeSafely((await props.params).slug))
		return override && endWithOverride(override)
	}
	await requirePage(props.searchParams, history.pages)
	const address = historyPath(history.slug)
	return (
		<ReaderPage path={pagePath(address, history.page)}>
			<VersionList
				history={history}
				locale={await siteSettings()}
				pathOf={(number) => historyPath(history.slug, number)}
				addressOf={(page) => pagePath(address, page)}
			/>
		</ReaderPage>
	)
}
