import type { Metadata } from 'next'
import { viewer } from '@/app/_http/viewer'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { type Query, queryNumber } from '@/app/(reader)/search-params'
import { OwnCommentRow } from '@/components/people/own-comments'
import { OwnList } from '@/components/people/own-list'
import { listOwnComments } from '@/domain/comments/own-list'
import { mergeBrowserReader } from '@/domain/readers'
import { siteMessages, siteSettings } from '@/domain/settings'

export const dynamic = 'force-dynamic'

const PATH = '/account/comments'

export const generateMetadata = async (): Promise<Metadata> =>
	pageMetadata({ title: (await siteMessages()).account.myComments, path: PATH, hidden: true })

/** The comments of the viewer's account, or without one of the browser's reader. */
export default async function OwnCommentsPage({ searchParams }: { searchParams: Query }) {
	const asking = await viewer()
	await mergeBrowserReader(asking)
	const [locale, { account }] = [await siteSettings(), await siteMessages()]
	const from = await queryNumber(searchParams, 'before')
	const { comments, before } = await listOwnComments(asking, { before: from })
	return (
		<ReaderPage path={PATH}>
			<OwnList
				title={account.myComments}
				path={PATH}
				signedIn={asking.person !== null}
				empty={account.noComments}
				rows={comments.map((comment) => <OwnCommentRow key={comment.id} comment={comment} locale={locale} />)}
				older={before === null ? null : `${PATH}?before=${before}`}
				later={from !== null}
			/>
		</ReaderPage>
	)
}
