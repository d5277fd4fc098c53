import type { Metadata } from 'next'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { EditionWeeks, editionPath } from '@/components/counts/mood-edition'
import { editionWeeks } from '@/domain/mood-edition/edition'
import { siteMessages, siteSettings } from '@/domain/settings'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
	const { edition, editionLead } = (await siteMessages()).counts
	return pageMetadata({ title: edition, description: editionLead, path: editionPath() })
}

/** The weeks of the mood edition. */
export default async function MoodEditionPage() {
	return (
		<ReaderPage path={editionPath()}>
			<EditionWeeks weeks={await editionWeeks()} locale={await siteSettings()} />
		</ReaderPage>
	)
}
