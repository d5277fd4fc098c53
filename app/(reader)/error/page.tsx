import type { Metadata } from 'next'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ADDRESS_HELP } from '@/app/(reader)/parts/address-help'
import { PagePart } from '@/app/(reader)/parts/page-part'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { ErrorPage } from '@/components/errors/error-page'
import { listLatest, listSections } from '@/domain/articles/lists'
import { requestContext } from '@/lib/request-context'

export const dynamic = 'force-dynamic'

/** Number of latest stories linked from an error page. */
const LATEST = 5

export const generateMetadata = (): Promise<Metadata> =>
	pageMetadata({ title: shownError().title, path: '/error', hidden: true })

/** Error page; the server sends it in place of Next's own, with the status of the response override. */
export default async function ErrorRoute() {
	const error = shownError()
	const isMissing = error.status === 404
	return (
		<ReaderPage>
			<ErrorPage
				{...error}
				latest={await listLatest({ limit: LATEST })}
				help={isMissing && <PagePart part={ADDRESS_HELP} props={{}} />}
				sections={isMissing ? await listSections() : []}
			/>
		</ReaderPage>
	)
}

function shownError(): { status: number; title: string; detail: string; desk?: boolean } {
	const { override } = requestContext()
	if (override?.kind === 'error') return override
	return { status: 404, title: 'There is nothing at this address', detail: 'Perhaps one of these instead.' }
}
