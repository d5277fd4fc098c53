import type { Metadata } from 'next'
import { endWithOverride } from '@/app/_http/page-errors'
import { NO_LIST } from '@/app/(reader)/overrides'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { ReaderList } from '@/components/readers/reader-list'
import { listByReaders } from '@/domain/reader-lists'
import { siteMessages, siteSettings } from '@/domain/settings'
import { isReaderList } from '@/lib/reader-lists'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ list: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { list } = await params
	if (!isReaderList(list)) return {}
	const { titles, readersLead } = (await siteMessages()).lists
	return pageMetadata({ title: titles[list], description: readersLead, path: `/most/${list}` })
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
