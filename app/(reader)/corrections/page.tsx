import type { Metadata } from 'next'
import { cache } from 'react'
import { pagePath } from '@/app/(reader)/list-paths'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { type Query, queryNumber, requirePage } from '@/app/(reader)/search-params'
import { CorrectionsList } from '@/components/articles/corrections-list'
import { listCorrections } from '@/domain/corrections'
import { siteMessages, siteSettings } from '@/domain/settings'

export const dynamic = 'force-dynamic'

type Props = { searchParams: Query }

const ADDRESS = '/corrections'
const load = cache(listCorrections)

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
	const { page, pages } = await load((await queryNumber(searchParams, 'page')) ?? 1)
	const words = await siteMessages()
	const title = words.page.corrections
	return pageMetadata({
		title,
		description: words.follow.correctionsDescription,
		path: pagePath(ADDRESS, page),
		list: { page, pages, address: ADDRESS },
		feeds: [{ title, page: ADDRESS }],
	})
}

export default async function CorrectionsPage({ searchParams }: Props) {
	const list = await load((await queryNumber(searchParams, 'page')) ?? 1)
	await requirePage(searchParams, list.pages)
	return (
		<ReaderPage path={pagePath(ADDRESS, list.page)}>
			<CorrectionsList
				{...list}
				locale={await siteSettings()}
				addressOf={(page) => pagePath(ADDRESS, page)}
			/>
		</ReaderPage>
	)
}
