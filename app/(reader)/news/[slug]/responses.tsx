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
	/** The page of comments asked for. */
	page: number | null
	/** The comment being replied to. */
	reply: number | null
}

/** What readers add to a story: how it leaves them, what they think of it, what they say. */
export async function ReaderResponses({
	article: { id, slug, commentsOpen },
	settings,
	query,
	page,
	reply,
}: Props) {
	const asking = await viewer()
	const draft = await findDraft(asking, id)
	const replyId = reply ?? draft?.parentId ?? null
	const answered = replyId === null ? null : await findComment(ANONYMOUS, id, replyId)
	const [moods, mood, ratings, stars, thread] = await Promise.all([
		moodTally(id),
		myMood(asking, id),
		ratingTally(id),
		myStars(asking, id),
		listThread(asking, id, { page: page ?? answered?.page ?? 1 }),
	])
	await requirePage(query, thread.pages)
	const form = {
		identity: asking.person ? 'nothing' : settings.commentsFrom === 'accounts' ? 'sign-in' : 'guest',
		person: asking.person?.name ?? null,
		replyTo: answered,
		draft: draft?.body ?? '',
		lengthMax: COMMENT_LENGTH_MAX,
		refused: requestContext().form,
	} as const
	return (
		<>
			{/* Reader modes drop a footer also where a story is too short to stand out from what is around it. */}
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
				moderates={can(asking, 'moderate comments')}
				locale={settings}
			/>
		</>
	)
}
