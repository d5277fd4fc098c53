import type { Metadata } from 'next'
import { cache } from 'react'
import { pagePath } from '@/app/(reader)/list-paths'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { type Query, queryNumber, requirePage } from '@/app/(reader)/search-params'
import { NameList } from '@/components/lists/name-list'
import { listPublicTags } from '@/domain/articles/name-lists'
import { siteMessages } from '@/domain/settings'

export const dynamic = 'force-dynamic'

type Props = { searchParams: Query }

const ADDRESS = '/tags'
const load = cache(listPublicTags)

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
	const words = await siteMessages()
	const { page, pages } = await load((await queryNumber(searchParams, 'page')) ?? 1)
	return pageMetadata({
		title: words.lists.subjects,
		description: words.lists.subjectsLead,
		path: pagePath(ADDRESS, page),
		list: { page, pages, address: ADDRESS },
	})
}

export default async function TagsPage({ searchParams }: Props) {
	const words = (await siteMessages()).lists
	const { names, page, pages } = await load((await queryNumber(searchParams, 'page')) ?? 1)
	await requirePage(searchParams, pages)
	return (
		<ReaderPage path={pagePath(ADDRESS, page)}>
			<NameList
				title={words.subjects}
				address={ADDRESS}
				lead={words.subjectsLead}
				empty={words.noSubjects}
				names={names.map(({ slug, name }) => ({ href: `/tags/${slug}`, name }))}
				page={page}
				pages={pages}
			/>
		</ReaderPage>
	)
}
