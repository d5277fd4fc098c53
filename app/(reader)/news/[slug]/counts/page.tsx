import type { Metadata } from 'next'
import { cache } from 'react'
import { endWithOverride } from '@/app/_http/page-errors'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { StoryCounts } from '@/components/counts/story-counts'
import { siteMessages, siteSettings } from '@/domain/settings'
import { findStoryCounts } from '@/domain/votes/story-counts'
import { decodeSafely } from '@/lib/urls'
import { countsOverride, countsPath } from './counts-override'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ slug: string }> }

const load = cache((slug: string) => findStoryCounts(decodeSafely(slug)))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const view = await load((await params).slug)
	if (view.kind !== 'live') return { robots: { index: false } }
	const words = (await siteMessages()).counts
	return pageMetadata({
		title: words.titleOf(view.headline),
		description: words.lead,
		path: countsPath(view.slug),
		machines: view.machines,
	})
}

/** How the votes of a story are counted. */
export default async function StoryCountsPage({ params }: Props) {
	const { slug } = await params
	const view = await load(slug)
	if (view.kind !== 'live') {
		const override = await countsOverride(decodeSafely(slug))
		return override && endWithOverride(override)
	}
	return (
		<ReaderPage path={countsPath(view.slug)}>
			<StoryCounts view={view} locale={await siteSettings()} />
		</ReaderPage>
	)
}
