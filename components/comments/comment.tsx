import { DateTime, type Locale } from '@/components/layout/date-time'
import { phrase } from '@/components/layout/phrase'
import type { CommentView } from '@/domain/comments/views'
import { messages } from '@/lib/messages/messages'
import type { Reason } from '@/lib/moderation-phases'
import { heldWords } from '@/lib/moderation-reasons'
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
	const words = messages().comments
	const replying = open && shown === 'here' && form.replyTo?.id === id
	return (
		<li>
			{shown === 'elsewhere' ? (
				<p className="comment-note">
					<a href={`/news/${slug}/comments/${id}`}>{phrase(words.earlierBy(<bdi>{authorName}</bdi>))}</a>
				</p>
			) : (
				<article className="comment" id={`comment-${id}`} tabIndex={-1}>
					{shown === 'removed' ? (
						<p className="comment-note">{words.removed}</p>
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
	const { id, authorName, staff, waiting, heldFor = [], body, createdAt } = comment
	const { slug, plain, locale } = context
	const words = messages().comments
	return (
		<>
			<header className="comment-head">
				<h3 className="comment-name" dir="auto">
					{authorName}
				</h3>
				{staff && <span className="comment-badge">{words.staff}</span>}{' '}
				<a className="comment-link" href={`/news/${slug}/comments/${id}`} rel="bookmark nofollow">
					<DateTime at={createdAt} locale={locale} style="minute" />
				</a>
			</header>
			{waiting && (
				<p className="comment-waiting" data-part="waiting">
					<strong>{words.waiting}</strong> {words.waitingHint}
					{heldFor.map((reason) => (
						<HeldReason key={reason.phase} reason={reason} />
					))}
				</p>
			)}
			<div className="comment-text">
				<CommentText source={body} plain={plain.has(id)} />
			</div>
			<Actions comment={comment} context={context} />
		</>
	)
}

const HeldReason = ({ reason }: { reason: Reason }) => (
	<> {phrase(heldWords(reason, (text) => <bdi key={reason.phase}>{text}</bdi>))}</>
)

function Actions({ comment: { id, authorName, waiting }, context: { slug, page, open, moderates } }: Props) {
	const words = messages().comments
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
					{words.reply}
					<span className="comment-hidden">{phrase(words.replyToWhom(<bdi>{authorName}</bdi>))}</span>
				</a>
			)}
			{moderates && (
				<a className="comment-answer" href={`/desk/comments?comment=${id}`}>
					{words.moderate}
					<span className="comment-hidden">{phrase(words.moderateWhose(<bdi>{authorName}</bdi>))}</span>
				</a>
			)}
		</>
	)
}
