import { viewer } from '@/app/_http/viewer'
import { type Query, requirePage } from '@/app/(reader)/search-params'
import { Comments } from '@/components/comments/comments'
import { Moods } from '@/components/moods/moods'
import { Rating } from '@/components/ratings/rating'
import type { ArticleView } from '@/domain/articles/views'
import { findComment } from '@/domain/comments/paging'
import { COMMENT_LENGTH_MAX, findDraft } from '@/domain/comments/post'
import { listThread } from '@/domain/comments/thread'
import { moodTally, myMood } from '@/domain/moods'
import { ANONYMOUS, can } from '@/domain/permissions'
import { myStars, ratingTally } from '@/domain/ratings'
import type { SiteSettings } from '@/domain/settings'
import { requestContext } from '@/lib/request-context'

type Props = {
	article: ArticleView
	settings: SiteSettings
	query: Query
	/** Requested page of the comment thread, from 1. */
	page: number | null
	/** Id of the comment under reply. */
	reply: number | null
}

/** Moods, rating and comments of a story. */
export async function ReaderResponses({
	article: { id, slug, commentsOpen },
	settings,
	query,
	page,
	reply,
}: Props) {
	const currentViewer = await viewer()
	const draft = await findDraft(currentViewer, id)
	const replyId = reply ?? draft?.parentId ?? null
	const parent = replyId === null ? null : await findComment(ANONYMOUS, id, replyId)
	const [moods, mood, ratings, stars, thread] = await Promise.all([
		moodTally(id),
		myMood(currentViewer, id),
		ratingTally(id),
		myStars(currentViewer, id),
		listThread(currentViewer, id, { page: page ?? parent?.page ?? 1 }),
	])
	await requirePage(query, thread.pages)
	const form = {
		identity: currentViewer.person ? 'nothing' : settings.commentsFrom === 'accounts' ? 'sign-in' : 'guest',
		person: currentViewer.person?.name ?? null,
		replyTo: parent,
		draft: draft?.body ?? '',
		lengthMax: COMMENT_LENGTH_MAX,
		refused: requestContext().form,
	} as const
	return (
		<>
			{/* A footer, which reader modes drop even around a short story. */}
			<footer>
				<Moods slug={slug} tally={moods} mine={mood} />
				<Rating slug={slug} tally={ratings} mine={stars} />
			</footer>
			<Comments
				slug={slug}
				thread={thread}
				prompt={settings.commentPrompt}
				open={commentsOpen}
				form={form}
				moderates={can(currentViewer, 'moderate comments')}
				locale={settings}
			/>
		</>
	)
}
