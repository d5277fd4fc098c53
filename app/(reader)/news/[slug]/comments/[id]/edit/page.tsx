import type { Metadata } from 'next'
import { endWithOverride } from '@/app/_http/page-errors'
import { viewer } from '@/app/_http/viewer'
import { articleOverride } from '@/app/(reader)/overrides'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { OwnComment } from '@/components/comments/own-comment'
import { findOwnComment } from '@/domain/comments/own'
import { COMMENT_LENGTH_MAX } from '@/domain/comments/text-phases'
import { siteSettings } from '@/domain/settings'
import { namedError } from '@/lib/error-words'
import { messages } from '@/lib/messages/messages'
import { isRefusal } from '@/lib/refusal'
import { requestContext } from '@/lib/request-context'
import { loadArticle } from '../../../load-article'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ slug: string; id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { slug, id } = await params
	// Notes the language of the words.
	await siteSettings()
	return pageMetadata({
		title: messages().comments.ownTitle,
		path: `/news/${slug}/comments/${id}/edit`,
		hidden: true,
	})
}

/** Forms that edit and delete the viewer's own comment. */
export default async function OwnCommentPage({ params }: Props) {
	const { slug, id } = await params
	const found = await loadArticle(slug)
	if (found.kind !== 'live') return endWithOverride(await articleOverride(found))
	const { article } = found
	const comment = await ownComment(article.id, id)
	if (!comment) return endWithOverride(namedError(404, 'noComment'))
	return (
		<ReaderPage path={`/news/${article.slug}/comments/${comment.id}/edit`} section={article.section?.slug}>
			<OwnComment
				comment={comment}
				story={{ slug: article.slug, headline: article.headline }}
				lengthMax={COMMENT_LENGTH_MAX}
				refused={requestContext().form}
			/>
		</ReaderPage>
	)
}

async function ownComment(articleId: number, id: string) {
	if (!/^[1-9]\d{0,14}$/.test(id)) return null
	try {
		return await findOwnComment(await viewer(), articleId, Number(id))
	} catch (error) {
		if (isRefusal(error)) return null
		throw error
	}
}
