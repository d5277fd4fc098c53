import type { Metadata } from 'next'
import { endWithOverride } from '@/app/_http/page-errors'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { type Query, queryValue } from '@/app/(reader)/search-params'
import { ReplyMails } from '@/components/comments/reply-mails'
import { findReplyMails } from '@/domain/replies/change'
import { siteMessages } from '@/domain/settings'
import { namedError } from '@/lib/error-words'

export const dynamic = 'force-dynamic'

export const generateMetadata = async (): Promise<Metadata> =>
	pageMetadata({ title: (await siteMessages()).replyMails.title, path: '/replies', hidden: true })

/** Confirms an address or ends mails about replies, by a link of a mail. Reading it changes nothing. */
export default async function ReplyMailsPage({ searchParams }: { searchParams: Query }) {
	const token = await queryValue(searchParams, 'token')
	const mails = await findReplyMails(token)
	if (!mails) return endWithOverride(namedError(404, 'noReplyMails'))
	return (
		<ReaderPage path="/" here="/replies">
			<ReplyMails mails={mails} token={token} />
		</ReaderPage>
	)
}
