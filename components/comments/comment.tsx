import type { ReactNode } from 'react'
import { DateTime, type Locale } from '@/components/layout/date-time'
import { phrase } from '@/components/layout/phrase'
import type { CommentView } from '@/domain/comments/views'
import { messages } from '@/lib/messages/messages'
import type { Reason } from '@/lib/moderation-phases'
import { heldWords } from '@/lib/moderation-reasons'
import type { View } from '@/lib/thread-order'
import { CommentForm, type FormState } from './comment-form'
import { CommentText } from './comment-text'
import { EditLink } from './edit-link'
import { flatten } from './tree'
import './comments.css'

export type ThreadContext = {
	slug: string
	addressOf: (place: { page?: number; reply?: number }) => string
	view: View
	page: number
	open: boolean
	linked: number | null
	form: FormState
	/** Ids of comments shown without formatting. */
	plain: Set<number>
	moderates: boolean
	locale: Locale
}

type Props = { comment: CommentView; context: ThreadContext }

export function Comment({ comment, context }: Props) {
	const { id, shown, authorName } = comment
	const { slug, form, open, linked } = context
	const words = messages().comments
	const replying = open && shown === 'here' && form.replyTo?.id === id
	return (
		<li>
			{shown === 'elsewhere' ? (
				<p className="comment-note">
					<a href={`/news/${slug}/comments/${id}`}>{phrase(words.earlierBy(<bdi>{authorName}</bdi>))}</a>
				</p>
			) : (
				<article
					className="comment"
					id={`comment-${id}`}
					tabIndex={-1}
					data-linked={id === linked ? '' : undefined}
				>
					{id === linked && <p className="comment-badge">{words.linked}</p>}
					{shown !== 'here' ? (
						<p className="comment-note">{shown === 'deleted' ? words.deleted : words.removed}</p>
					) : (
						<Collapsible comment={comment} isLinked={id === linked}>
							<CommentBody comment={comment} context={context} />
						</Collapsible>
					)}
				</article>
			)}
			{replying && (
				<div className="comment-reply">
					<CommentForm slug={slug} state={form} />
				</div>
			)}
			<Replies comment={comment} context={context} />
		</li>
	)
}

type CollapsibleProps = { comment: CommentView; isLinked: boolean; children: ReactNode }

/** The comment, behind a line if the viewer ignores its author. */
function Collapsible({ comment: { ignored, authorName }, isLinked, children }: CollapsibleProps) {
	if (!ignored) return children
	const words = messages().ignoring
	return (
		<details className="comment-more" open={isLinked || undefined}>
			<summary>{phrase(words.by(<bdi>{authorName}</bdi>))}</summary>
			<p className="comment-note">
				<a href="/account/ignored">{words.title}</a>
			</p>
			{children}
		</details>
	)
}

function Replies({ comment: { depth, replies }, context }: Props) {
	if (replies.length === 0) return null
	const list = (
		<ol className="comment-replies">
			{replies.map((reply) => (
				<Comment key={reply.id} comment={reply} context={context} />
			))}
		</ol>
	)
	if (context.view !== 'collapsed' || depth > 0) return list
	const all = flatten(replies)
	const isNamed = ({ id }: CommentView) => id === context.linked || id === context.form.replyTo?.id
	return (
		<details className="comment-more" open={all.some(isNamed) || undefined}>
			<summary>{messages().comments.replies(all.length)}</summary>
			{list}
		</details>
	)
}

function CommentBody({ comment, context }: Props) {
	const {
		id,
		authorName,
		staff,
		author,
		picked,
		waiting,
		heldFor = [],
		body,
		createdAt,
		editedAt,
		inReplyTo,
	} = comment
	const { slug, plain, locale } = context
	const words = messages().comments
	return (
		<>
			<header className="comment-head">
				<h3 className="comment-name" dir="auto">
					{authorName}
				</h3>
				{(author || staff) && <span className="comment-badge">{author ? words.author : words.staff}</span>}{' '}
				{picked && <span className="comment-badge">{words.picked}</span>}{' '}
				<a className="comment-link" href={`/news/${slug}/comments/${id}`} rel="bookmark nofollow">
					<DateTime at={createdAt} locale={locale} style="minute" />
				</a>
				{editedAt && [
					' ',
					<span key="edited" className="comment-link">
						{words.edited}
					</span>,
				]}
			</header>
			{inReplyTo && (
				<p className="comment-note">
					<a href={`/news/${slug}/comments/${inReplyTo.id}`} rel="nofollow">
						{phrase(words.inReplyTo(<bdi>{inReplyTo.authorName}</bdi>))}
					</a>
				</p>
			)}
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

function Actions({ comment, context: { slug, addressOf, page, open, moderates } }: Props) {
	const { id, authorName, waiting, mine, editableFor } = comment
	const { comments: words, reports } = messages()
	return (
		<>
			{!waiting && <Respect comment={comment} />}{' '}
			{open && !waiting && (
				<a
					className="comment-answer"
					href={`${addressOf({ page, reply: id })}#comment-form`}
					rel="nofollow"
					data-part="reply"
				>
					{words.reply}
					<span className="comment-hidden">{phrase(words.replyToWhom(<bdi>{authorName}</bdi>))}</span>
				</a>
			)}{' '}
			{!waiting && !mine && (
				<a className="comment-answer" href={`/reports/new?comment=${id}`} rel="nofollow">
					{reports.report}
					<span className="comment-hidden">{phrase(reports.reportWhose(<bdi>{authorName}</bdi>))}</span>
				</a>
			)}{' '}
			{editableFor > 0 && (
				<EditLink
					className="comment-answer"
					href={`/news/${slug}/comments/${id}/edit`}
					editableFor={editableFor}
				/>
			)}{' '}
			{mine && (
				<a className="comment-answer" href={`/news/${slug}/comments/${id}/edit#delete`} rel="nofollow">
					{words.deleteOwn}
				</a>
			)}{' '}
			{moderates && (
				<a className="comment-answer" href={`/desk/comments?comment=${id}`}>
					{words.moderate}
					<span className="comment-hidden">{phrase(words.moderateWhose(<bdi>{authorName}</bdi>))}</span>
				</a>
			)}
		</>
	)
}

/** Number of readers who respect the comment; for others than its author a button of the form `respect`. */
function Respect({ comment: { id, authorName, mine, respects, respected } }: Pick<Props, 'comment'>) {
	const words = messages().comments
	if (mine) return respects > 0 ? <span className="comment-answer">{words.respects(respects)}</span> : null
	return (
		<button
			type="submit"
			form="respect"
			className="comment-answer"
			name={respected ? 'withdraw' : 'give'}
			value={id}
			aria-pressed={respected}
			data-votes={respects}
		>
			{words.respect}
			<span className="comment-hidden">{phrase(words.respectWhom(<bdi>{authorName}</bdi>))}</span>{' '}
			<span data-part="votes">{respects > 0 ? words.number(respects) : ''}</span>
		</button>
	)
}
