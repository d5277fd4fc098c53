import { demandPage, type Query } from '@/app/(reader)/query'
import { viewer } from '@/app/viewer'
import { Comments } from '@/components/comments/comments'
import { Moods } from '@/components/moods/moods'
import { Rating } from '@/components/ratings/rating'
import type { ArticleView } from '@/domain/articles/views'
import { findComment } from '@/domain/comments/paging'
import { COMMENT_LENGTH_MAX, findDraft } from '@/domain/comments/post'
import { listThread } from '@/domain/comments/thread'
import { moodTally, myMood } from '@/domain/moods'
import { may, STRANGER } from '@/domain/permissions'
import { myStars, ratingTally } from '@/domain/ratings'
import type { SiteSettings } from '@/domain/settings'
import { exchange } from '@/lib/exchange'

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
export async function Square({ article: { id, slug, commentsOpen }, settings, query, page, reply }: Props) {
	const asking = await viewer()
	const draft = await findDraft(asking, id)
	const replyId = reply ?? draft?.parentId ?? null
	const answered = replyId === null ? null : await findComment(STRANGER, id, replyId)
	const [moods, mood, ratings, stars, thread] = await Promise.all([
		moodTally(id),
		myMood(asking, id),
		ratingTally(id),
		myStars(asking, id),
		listThread(asking, id, { page: page ?? answered?.page ?? 1 }),
	])
	await demandPage(query, thread.pages)
	const form = {
		asks: asking.person ? 'nothing' : settings.commentsFrom === 'accounts' ? 'sign-in' : 'guest',
		person: asking.person?.name ?? null,
		replyTo: answered,
		draft: draft?.body ?? '',
		lengthMax: COMMENT_LENGTH_MAX,
		refused: exchange().form,
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
				moderates={may(asking, 'moderate comments')}
				clock={settings}
			/>
		</>
	)
}
