import type { Metadata } from 'next'
import { cache } from 'react'
import { pagePath } from '@/app/(reader)/list-paths'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { type Query, queryNumber, requirePage } from '@/app/(reader)/search-params'
import { NameList } from '@/components/lists/name-list'
import { listAuthors } from '@/domain/articles/name-lists'
import { siteMessages } from '@/domain/settings'

export const dynamic = 'force-dynamic'

type Props = { searchParams: Query }

const ADDRESS = '/people'
const load = cache(listAuthors)

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
	const words = await siteMessages()
	const { page, pages } = await load((await queryNumber(searchParams, 'page')) ?? 1)
	return pageMetadata({
		title: words.lists.authors,
		description: words.lists.authorsLead,
		path: pagePath(ADDRESS, page),
		list: { page, pages, address: ADDRESS },
	})
}

export default async function AuthorsPage({ searchParams }: Props) {
	const words = (await siteMessages()).lists
	const { names, page, pages } = await load((await queryNumber(searchParams, 'page')) ?? 1)
	await requirePage(searchParams, pages)
	return (
		<ReaderPage path={pagePath(ADDRESS, page)}>
			<NameList
				title={words.authors}
				address={ADDRESS}
				lead={words.authorsLead}
				empty={words.noAuthors}
				names={names.map(({ slug, name, beat }) => ({
					href: `/people/${slug}`,
					name,
					about: beat && <bdi>{beat}</bdi>,
				}))}
				page={page}
				pages={pages}
			/>
		</ReaderPage>
	)
}
