import type { Metadata } from 'next'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { ErrorPage } from '@/components/errors/error-page'
import { listLatest } from '@/domain/articles/lists'
import { requestContext } from '@/lib/request-context'

export const dynamic = 'force-dynamic'

/** Stories offered to somebody who came for another one. */
const LATEST = 5

export const generateMetadata = (): Promise<Metadata> =>
	pageMetadata({ title: shownError().title, path: '/error', hidden: true })

/** Shown by the server in place of Next's empty error pages, with the status that belongs to it. */
export default async function ErrorRoute() {
	return (
		<ReaderPage>
			<ErrorPage {...shownError()} latest={await listLatest({ limit: LATEST })} />
		</ReaderPage>
	)
}

function shownError(): { status: number; title: string; detail: string } {
	const { override } = requestContext()
	if (override?.kind === 'error') return override
	return { status: 404, title: 'There is nothing at this address', detail: 'Perhaps one of these instead.' }
}
