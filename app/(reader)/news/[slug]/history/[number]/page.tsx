import type { Metadata } from 'next'
import { cache } from 'react'
import { endWithOverride } from '@/app/_http/page-errors'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { type Query, queryNumber } from '@/app/(reader)/search-params'
import { VersionComparison } from '@/components/articles/history/version-comparison'
import { findPublicVersion } from '@/domain/articles/public-history'
import { siteMessages, siteSettings } from '@/domain/settings'
import { decodeSafely } from '@/lib/urls'
import { historyOverride, historyPath, NO_VERSION, versionNumber } from '../history-override'
import { versionDiff } from '../version-diff'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ slug: string; number: string }>; searchParams: Query }

const load = cache((slug: string, number: number, other: number | null) =>
	findPublicVersion(decodeSafely(slug), number, other ?? undefined),
)

async function versionOf({ params, searchParams }: Props) {
	const { slug, number } = await params
	const found = versionNumber(number)
	return found ? load(slug, found, await queryNumber(searchParams, 'with')) : null
}

export async function generateMetadata(props: Props): Promise<Metadata> {
	const found = await versionOf(props)
	if (found?.kind !== 'live') return { robots: { index: false } }
	const { number, headline } = found.newer
	return pageMetadata({
		title: (await siteMessages()).history.versionOfStory(number, headline),
		path: historyPath(found.slug, number),
		machines: found.newer.article.machines,
		hidden: true,
	})
}

/** A published version, compared with the one before it or with the one of the `with` parameter. */
export default async function StoryVersionPage(props: Props) {
	const { slug, number } = await props.params
	const found = await versionOf(props)
	if (found?.kind !== 'live')
		return endWithOverride((await historyOverride(decodeSafely(slug), number)) ?? NO_VERSION)
	return (
		<ReaderPage path={historyPath(found.slug, number)}>
			<VersionComparison
				found={found}
				fields={versionDiff(found.older?.article ?? null, found.newer.article)}
				locale={await siteSettings()}
				historyPath={historyPath(found.slug)}
				path={historyPath(found.slug, number)}
			/>
		</ReaderPage>
	)
}
