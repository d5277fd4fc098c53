import type { Metadata } from 'next'
import { endWithOverride } from '@/app/_http/page-errors'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { type Query, queryValue } from '@/app/(reader)/search-params'
import { ConfirmComment } from '@/components/comments/confirm-comment'
import { isOpenCommentLink } from '@/domain/comments/confirmation'
import { siteMessages } from '@/domain/settings'
import { namedError } from '@/lib/error-words'
import { decodeSafely } from '@/lib/urls'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ slug: string; id: string }>; searchParams: Query }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { slug, id } = await params
	const { signIn } = await siteMessages()
	return pageMetadata({
		title: signIn.confirmEmail,
		path: `/news/${slug}/comments/${id}/confirm`,
		hidden: true,
	})
}

/** Confirms the address of a guest's comment by a button, and tells what became of the comment. */
export default async function ConfirmCommentPage({ params, searchParams }: Props) {
	const { slug, id } = await params
	if (!/^[1-9]\d{0,14}$/.test(id)) return endWithOverride(namedError(404, 'noComment'))
	const token = await queryValue(searchParams, 'token')
	return (
		<ReaderPage path={`/news/${slug}/comments/${id}/confirm`}>
			<ConfirmComment
				story={`/news/${decodeSafely(slug)}`}
				id={Number(id)}
				token={(await isOpenCommentLink(Number(id), token)) ? token : null}
				done={await queryValue(searchParams, 'done')}
			/>
		</ReaderPage>
	)
}
