import type { Metadata } from 'next'
import { islandsScript } from '@/app/_http/islands-script'
import { viewer } from '@/app/_http/viewer'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { ReadingList } from '@/components/reading/reading-list'
import { ReadingScript } from '@/components/reading/reading-script'
import { listSaved } from '@/domain/reading-list'
import { siteSettings } from '@/domain/settings'
import { requestContext } from '@/lib/request-context'
import { READING_LIST } from '@/lib/saving-words'

export const dynamic = 'force-dynamic'

export const generateMetadata = (): Promise<Metadata> =>
	pageMetadata({ title: READING_LIST.name, path: READING_LIST.path, hidden: true })

/** The stories that the viewer has saved for later. */
export default async function ReadingListPage() {
	const asking = await viewer()
	return (
		<ReaderPage path={READING_LIST.path}>
			<ReadingList
				saved={await listSaved(asking)}
				signedIn={asking.person !== null}
				locale={await siteSettings()}
				refused={requestContext().form}
			/>
			<ReadingScript src={islandsScript('reading')} />
		</ReaderPage>
	)
}
