import type { Metadata } from 'next'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { Archive } from '@/components/archive/archive'
import { listArchiveYears } from '@/domain/archive/archive'
import { siteMessages, siteSettings } from '@/domain/settings'

export const dynamic = 'force-dynamic'

const ADDRESS = '/archive'

export async function generateMetadata(): Promise<Metadata> {
	const { lists } = await siteMessages()
	return pageMetadata({ title: lists.archive, description: lists.archiveDescription, path: ADDRESS })
}

export default async function ArchivePage() {
	return (
		<ReaderPage path={ADDRESS}>
			<Archive years={await listArchiveYears()} locale={await siteSettings()} />
		</ReaderPage>
	)
}
