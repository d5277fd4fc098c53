import type { Metadata } from 'next'
import { viewer } from '@/app/_http/viewer'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { type Query, queryValue } from '@/app/(reader)/search-params'
import { MarkNotices, NoticeRow, noticesTitle } from '@/components/people/notices'
import { OwnList } from '@/components/people/own-list'
import { listNotices } from '@/domain/reader-notices/list'
import { countUnread } from '@/domain/reader-notices/seen'
import { mergeBrowserReader } from '@/domain/readers'
import { siteMessages, siteSettings } from '@/domain/settings'

export const dynamic = 'force-dynamic'

const PATH = '/account/notices'

export const generateMetadata = async (): Promise<Metadata> =>
	pageMetadata({ title: (await siteMessages()).notices.title, path: PATH, hidden: true })

/** What happened to the comments and votes of the viewer's account, or without one of the browser's reader. */
export default async function NoticesPage({ searchParams }: { searchParams: Query }) {
	const asking = await viewer()
	await mergeBrowserReader(asking)
	const [locale, { notices: words }] = [await siteSettings(), await siteMessages()]
	const from = await queryValue(searchParams, 'past')
	const { notices, past } = await listNotices(asking, { past: from })
	const unread = await countUnread(asking)
	const [newest] = from ? [] : notices
	return (
		<ReaderPage path={PATH}>
			<OwnList
				title={noticesTitle(unread)}
				path={PATH}
				signedIn={asking.person !== null}
				notice={(await queryValue(searchParams, 'done')) === 'read' && unread === 0 ? words.marked : null}
				empty={words.none}
				above={unread > 0 && newest ? <MarkNotices until={newest.at} /> : null}
				rows={notices.map((notice) => (
					<NoticeRow
						key={`${notice.kind} ${notice.id} ${notice.at.getTime()}`}
						notice={notice}
						locale={locale}
					/>
				))}
				older={past === null ? null : `${PATH}?past=${past}`}
				later={from !== ''}
			/>
		</ReaderPage>
	)
}
