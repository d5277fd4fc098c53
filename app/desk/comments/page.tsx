import type { Metadata } from 'next'
import { deskViewer } from '@/app/desk/desk-viewer'
import { noticeIn, paramsIn, type Search } from '@/app/desk/notices'
import { CommentText } from '@/components/comments/comment-text'
import { CommentFilter } from '@/components/desk/comments/comment-filter'
import { CommentList } from '@/components/desk/comments/comment-list'
import { DecidedNotice } from '@/components/desk/comments/decided-notice'
import { Empty, PageHead } from '@/components/desk/desk-frame'
import { deskTime } from '@/components/desk/desk-time'
import { type CommentState, listComments } from '@/domain/comments/decide'
import { siteSettings } from '@/domain/settings'
import { decideCommentsAction, undoDecisionAction } from './actions'
import { shownIn, undoOf } from './comments-path'

export const metadata: Metadata = { title: 'Comments' }

export default async function CommentsPage({ searchParams }: { searchParams: Search }) {
	const who = await deskViewer('/desk/comments', 'moderate comments')
	const clock = await siteSettings()
	const { show, undo, was } = await paramsIn(searchParams)
	const shown = shownIn(show)
	const comments = (await listComments(who, shown)).map(({ createdAt, body, ...comment }) => ({
		...comment,
		words: <CommentText source={body} />,
		at: createdAt.toISOString(),
		time: deskTime(createdAt, clock),
	}))
	return (
		<>
			<PageHead title="Comments" />
			<CommentFilter shown={shown} />
			<DecidedNotice
				notice={await noticeIn(searchParams)}
				undo={undoOf(undo, was) && { ids: undo ?? '', was: was ?? '' }}
				shown={shown}
				action={undoDecisionAction}
			/>
			{comments.length > 0 ? (
				<CommentList key={shown} shown={shown} comments={comments} action={decideCommentsAction} />
			) : (
				<Nothing shown={shown} />
			)}
		</>
	)
}

function Nothing({ shown }: { shown: CommentState }) {
	if (shown !== 'waiting')
		return (
			<Empty title={`No comment is ${shown}.`}>
				<p>What was decided is kept here, the newest first, and can be decided anew.</p>
			</Empty>
		)
	return (
		<Empty title="Nothing waits for you.">
			<p>
				Comments that need a decision come to this page, the oldest first. Until you approve one, only its
				author sees it.
			</p>
		</Empty>
	)
}
