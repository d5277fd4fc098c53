import type { Metadata } from 'next'
import { cache } from 'react'
import { pagePath } from '@/app/(reader)/list-paths'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { type Query, queryNumber, requirePage } from '@/app/(reader)/search-params'
import { storiesInWords } from '@/components/archive/archive-words'
import { NameList } from '@/components/lists/name-list'
import { listPublicTags } from '@/domain/articles/name-lists'

export const dynamic = 'force-dynamic'

type Props = { searchParams: Query }

const ADDRESS = '/tags'
const TITLE = 'Subjects'
const load = cache(listPublicTags)

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
	const { page, pages } = await load((await queryNumber(searchParams, 'page')) ?? 1)
	return pageMetadata({
		title: page > 1 ? `${TITLE}, page ${page}` : TITLE,
		description: 'All subjects of our stories, by name.',
		path: pagePath(ADDRESS, page),
		list: { page, pages, address: ADDRESS },
	})
}

export default async function TagsPage({ searchParams }: Props) {
	const { names, page, pages } = await load((await queryNumber(searchParams, 'page')) ?? 1)
	await requirePage(searchParams, pages)
	return (
		<ReaderPage path={pagePath(ADDRESS, page)}>
			<NameList
				title={TITLE}
				address={ADDRESS}
				lead="What our stories are about."
				empty="No story has a subject yet."
				names={names.map(({ slug, name, stories }) => ({
					href: `/tags/${slug}`,
					name,
					about: storiesInWords(stories),
				}))}
				page={page}
				pages={pages}
			/>
		</ReaderPage>
	)
}
