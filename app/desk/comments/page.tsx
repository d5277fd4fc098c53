import type { Metadata } from 'next'
import { deskViewer, orErrorPage } from '@/app/desk/desk-viewer'
import { noticeIn, paramsIn, type Search } from '@/app/desk/notices'
import { CommentText } from '@/components/comments/comment-text'
import { plainBeyond } from '@/components/comments/tree'
import { CommentFilter } from '@/components/desk/comments/comment-filter'
import { CommentList } from '@/components/desk/comments/comment-list'
import { FormerTexts } from '@/components/desk/comments/former-texts'
import { MoreComments } from '@/components/desk/comments/more-comments'
import { PickForm } from '@/components/desk/comments/pick-form'
import { UndoNotice } from '@/components/desk/comments/undo-notice'
import { Empty, PageHead } from '@/components/desk/desk-frame'
import { deskTime, type Locale } from '@/components/desk/desk-time'
import {
	type DeskComment,
	findCommentForDesk,
	listComments,
	listCommentVersions,
} from '@/domain/comments/list'
import type { StaffViewer } from '@/domain/permissions'
import { siteSettings } from '@/domain/settings'
import { decideCommentsAction, pickCommentAction, undoDecisionAction } from './actions'
import { commentsPath, fieldsOf, type Shown, shownIn, undoOf } from './comments-path'

export const metadata: Metadata = { title: 'Comments' }

export default async function CommentsPage({ searchParams }: { searchParams: Search }) {
	const deskUser = await deskViewer('/desk/comments', 'moderate comments')
	const { undo, was, ...params } = await paramsIn(searchParams)
	const { shown, comments, past } = await loadComments(deskUser, shownIn(params))
	const fields = fieldsOf(shown)
	const former = shown.comment === null ? [] : await formerTexts(deskUser, shown.comment)
	return (
		<>
			<PageHead title="Comments" />
			<CommentFilter
				shown={shown.comment === null ? shown.state : null}
				query={shown.query}
				addressOf={(state) => commentsPath({ ...shown, state, past: null, comment: null })}
			/>
			<UndoNotice
				notice={await noticeIn(searchParams)}
				undo={undoOf(undo, was) && { ids: undo ?? '', was: was ?? '' }}
				fields={fields}
				action={undoDecisionAction}
			/>
			{comments.length > 0 ? (
				<CommentList
					key={commentsPath(shown)}
					shown={shown.state}
					fields={fields}
					comments={rowsOf(comments, await siteSettings())}
					action={decideCommentsAction}
				/>
			) : (
				<EmptyList shown={shown} more={past !== null} />
			)}
			{shown.comment !== null && comments[0]?.state === 'approved' && (
				<PickForm picked={comments[0].pickedAt !== null} fields={fields} action={pickCommentAction} />
			)}
			<FormerTexts texts={former} />
			<MoreComments
				start={shown.past === null ? null : commentsPath({ ...shown, past: null })}
				more={past === null ? null : commentsPath({ ...shown, past })}
				oldestFirst={shown.state === 'waiting'}
				isSearch={shown.query !== ''}
			/>
		</>
	)
}

/** Comments of a screen; a single comment is found in any state. */
async function loadComments(deskUser: StaffViewer, shown: Shown) {
	if (shown.comment === null) {
		const list = await listComments(deskUser, { state: shown.state, search: shown.query, past: shown.past })
		return { shown, ...list }
	}
	const comment = await orErrorPage(findCommentForDesk(deskUser, shown.comment))
	return { shown: { ...shown, state: comment.state }, comments: [comment], past: null }
}

async function formerTexts(deskUser: StaffViewer, id: number) {
	const [versions, locale] = [await listCommentVersions(deskUser, id), await siteSettings()]
	return versions.map(({ id, body, replacedAt }) => ({
		id,
		words: <CommentText source={body} plain={false} />,
		at: replacedAt.toISOString(),
		time: deskTime(replacedAt, locale),
	}))
}

function rowsOf(comments: DeskComment[], locale: Locale) {
	const plain = plainBeyond(comments)
	return comments.map(({ createdAt, body, state, pickedAt: _, ...comment }) => ({
		...comment,
		isPublic: state === 'approved',
		words: <CommentText source={body} plain={plain.has(comment.id)} />,
		at: createdAt.toISOString(),
		time: deskTime(createdAt, locale),
	}))
}

function EmptyList({ shown: { state, query }, more }: { shown: Shown; more: boolean }) {
	if (query)
		return (
			<Empty title={`No ${state} comment was found with these words${more ? ' so far' : ''}.`}>
				<p>Words, names and headlines are searched. Other states have lists of their own.</p>
			</Empty>
		)
	if (state !== 'waiting')
		return (
			<Empty title={`No comment is ${state}.`}>
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
