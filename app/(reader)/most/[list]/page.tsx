import type { Metadata } from 'next'
import { endWithOverride } from '@/app/_http/page-errors'
import { NO_LIST } from '@/app/(reader)/overrides'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { LIST_TITLES, LISTS_DESCRIPTION } from '@/components/readers/list-words'
import { ReaderList } from '@/components/readers/reader-list'
import { listByReaders } from '@/domain/reader-lists'
import { siteSettings } from '@/domain/settings'
import { isReaderList } from '@/lib/reader-lists'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ list: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { list } = await params
	if (!isReaderList(list)) return {}
	return pageMetadata({ title: LIST_TITLES[list], description: LISTS_DESCRIPTION, path: `/most/${list}` })
}

export default async function ReaderListPage({ params }: Props) {
	const { list } = await params
	if (!isReaderList(list)) return endWithOverride(NO_LIST)
	return (
		<ReaderPage path={`/most/${list}`}>
			<ReaderList list={list} view={await listByReaders(list)} locale={await siteSettings()} />
		</ReaderPage>
	)
}
