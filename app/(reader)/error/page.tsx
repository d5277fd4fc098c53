import type { Metadata } from 'next'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ADDRESS_HELP } from '@/app/(reader)/parts/address-help'
import { PagePart } from '@/app/(reader)/parts/page-part'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { ErrorPage } from '@/components/errors/error-page'
import { listLatest, listSections } from '@/domain/articles/lists'
import { siteSettings } from '@/domain/settings'
import { errorWords, namedError } from '@/lib/error-words'
import { type ErrorPage as ErrorOverride, requestContext } from '@/lib/request-context'

export const dynamic = 'force-dynamic'

/** Number of latest stories linked from an error page. */
const LATEST = 5

export async function generateMetadata(): Promise<Metadata> {
	await siteSettings()
	return pageMetadata({ title: shownError().title, path: '/error', hidden: true })
}

/** Error page; the server sends it in place of Next's own, with the status of the response override. */
export default async function ErrorRoute() {
	await siteSettings()
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

function shownError(): Pick<ErrorOverride, 'status' | 'title' | 'detail' | 'headline' | 'desk'> {
	const { override } = requestContext()
	const shown = override?.kind === 'error' ? override : namedError(404, 'notFound')
	return { ...shown, ...errorWords(shown) }
}
