import type { Metadata } from 'next'
import { islandsScript } from '@/app/_http/islands-script'
import { viewer } from '@/app/_http/viewer'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { ReadingList } from '@/components/reading/reading-list'
import { ReadingScript } from '@/components/reading/reading-script'
import { listSaved } from '@/domain/reading-list'
import { siteSettings } from '@/domain/settings'
import { messages } from '@/lib/messages/messages'
import { READING_LIST_PATH } from '@/lib/reading-list-path'
import { requestContext } from '@/lib/request-context'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
	// Notes the language of the words.
	await siteSettings()
	return pageMetadata({ title: messages().saving.readingList, path: READING_LIST_PATH, hidden: true })
}

/** The stories that the viewer has saved for later. */
export default async function ReadingListPage() {
	const asking = await viewer()
	const settings = await siteSettings()
	return (
		<ReaderPage path={READING_LIST_PATH}>
			<ReadingList
				saved={await listSaved(asking)}
				signedIn={asking.person !== null}
				locale={settings}
				keepsCopies={settings.offlineReading}
				refused={requestContext().form}
			/>
			<ReadingScript src={islandsScript('reading')} />
		</ReaderPage>
	)
}
