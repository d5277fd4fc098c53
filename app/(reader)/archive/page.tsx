import type { Metadata } from 'next'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { Archive } from '@/components/archive/archive'
import { listArchiveYears } from '@/domain/archive/archive'
import { siteSettings } from '@/domain/settings'

export const dynamic = 'force-dynamic'

const ADDRESS = '/archive'

export const generateMetadata = (): Promise<Metadata> =>
	pageMetadata({ title: 'Archive', description: 'All stories by year, month and day.', path: ADDRESS })

export default async function ArchivePage() {
	return (
		<ReaderPage path={ADDRESS}>
			<Archive years={await listArchiveYears()} locale={await siteSettings()} />
		</ReaderPage>
	)
}
