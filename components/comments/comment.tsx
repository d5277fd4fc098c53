import { DateTime, type Locale } from '@/components/layout/date-time'
import type { CommentView } from '@/domain/comments/views'
import { CommentForm, type FormState } from './comment-form'
import { CommentText } from './comment-text'
import './comments.css'

export type ThreadContext = {
	slug: string
	page: number
	open: boolean
	form: FormState
	/** Ids of comments shown without formatting. */
	plain: Set<number>
	moderates: boolean
	locale: Locale
}

type Props = { comment: CommentView; context: ThreadContext }

export function Comment({ comment, context }: Props) {
	const { id, shown, authorName, replies } = comment
	const { slug, form, open } = context
	const replying = open && shown === 'here' && form.replyTo?.id === id
	return (
		<li>
			{shown === 'elsewhere' ? (
				<p className="comment-note">
					<a href={`/news/${slug}/comments/${id}`}>
						Earlier comment by <bdi>{authorName}</bdi>
					</a>
				</p>
			) : (
				<article className="comment" id={`comment-${id}`} tabIndex={-1}>
					{shown === 'removed' ? (
						<p className="comment-note">This comment was removed.</p>
					) : (
						<CommentBody comment={comment} context={context} />
					)}
				</article>
			)}
			{replying && (
				<div className="comment-reply">
					<CommentForm slug={slug} state={form} />
				</div>
			)}
			{replies.length > 0 && (
				<ol className="comment-replies">
					{replies.map((reply) => (
						<Comment key={reply.id} comment={reply} context={context} />
					))}
				</ol>
			)}
		</li>
	)
}

function CommentBody({ comment, context }: Props) {
	const { id, authorName, staff, waiting, body, createdAt } = comment
	const { slug, plain, locale } = context
	return (
		<>
			<header className="comment-head">
				<h3 className="comment-name" dir="auto">
					{authorName}
				</h3>
				{staff && <span className="comment-badge">Staff</span>}{' '}
				<a className="comment-link" href={`/news/${slug}/comments/${id}`} rel="bookmark nofollow">
					<DateTime at={createdAt} locale={locale} style="minute" />
				</a>
			</header>
			{waiting && (
				<p className="comment-waiting" data-part="waiting">
					<strong>Waiting for approval</strong> Only you can see this until the desk has read it.
				</p>
			)}
			<div className="comment-text">
				<CommentText source={body} plain={plain.has(id)} />
			</div>
			<Actions comment={comment} context={context} />
		</>
	)
}

function Actions({ comment: { id, authorName, waiting }, context: { slug, page, open, moderates } }: Props) {
	const leaf = page > 1 ? `page=${page}&` : ''
	return (
		<>
			{open && !waiting && (
				<a
					className="comment-answer"
					href={`/news/${slug}?${leaf}reply=${id}#comment-form`}
					rel="nofollow"
					data-part="reply"
				>
					Reply
					<span className="comment-hidden">
						{' '}
						to <bdi>{authorName}</bdi>
					</span>
				</a>
			)}
			{moderates && (
				<a className="comment-answer" href={`/desk/comments?comment=${id}`}>
					Moderate
					<span className="comment-hidden">
						{' '}
						the comment by <bdi>{authorName}</bdi>
					</span>
				</a>
			)}
		</>
	)
}
