import type { Metadata } from 'next'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { ReaderLists } from '@/components/readers/reader-lists'
import { listByReaders } from '@/domain/reader-lists'
import { siteMessages, siteSettings } from '@/domain/settings'
import { READER_LISTS } from '@/lib/reader-lists'

export const dynamic = 'force-dynamic'

const ADDRESS = '/most'
/** Stories of each list. */
const STORIES = 3

export async function generateMetadata(): Promise<Metadata> {
	const { readers, readersLead } = (await siteMessages()).lists
	return pageMetadata({ title: readers, description: readersLead, path: ADDRESS })
}

export default async function ReaderListsPage() {
	const lists = await Promise.all(
		READER_LISTS.map(async (list) => ({ list, view: await listByReaders(list, STORIES) })),
	)
	return (
		<ReaderPage path={ADDRESS}>
			<ReaderLists lists={lists} locale={await siteSettings()} />
		</ReaderPage>
	)
}
