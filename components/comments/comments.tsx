import type { Locale } from '@/components/layout/date-time'
import { Pagination } from '@/components/layout/pagination'
import type { ThreadView } from '@/domain/comments/views'
import { messages } from '@/lib/messages/messages'
import { Comment } from './comment'
import { CommentForm, type FormState } from './comment-form'
import './comments.css'
import { ThreadHighlights } from './highlights'
import { ThreadOrderForm } from './thread-order'
import { flatten, hasComment, plainBeyond } from './tree'

type Props = {
	slug: string
	/** Path of a page of the thread in its order, or with the form of a reply. */
	addressOf: (place: { page?: number; reply?: number }) => string
	thread: ThreadView
	prompt: string
	open: boolean
	/** Id of the comment whose address the page has. */
	linked: number | null
	/** Sentence that says since when and why comments are closed, or when they close. */
	closing: string | null
	/** State of the comment form, wherever on the page it is shown. */
	form: FormState
	/** Whether the viewer may moderate comments. */
	moderates: boolean
	/** Whether the section is rendered for one reader, with the controls of own comments. */
	own: boolean
	/** URL of the script of comments, which loads when they come near the screen. */
	script: string | null
	locale: Locale
}

/** Comments section of a story. The form of a reply is shown below the comment replied to. */
export function Comments({
	slug,
	addressOf,
	thread,
	prompt,
	open,
	linked,
	closing,
	form,
	moderates,
	own,
	script,
	locale,
}: Props) {
	const replyingHere = form.replyTo !== null && hasComment(thread.threads, form.replyTo.id)
	const plain = plainBeyond(flatten(thread.threads))
	const context = {
		slug,
		addressOf,
		view: thread.order.view,
		page: thread.page,
		open,
		linked,
		form,
		plain,
		moderates,
		locale,
	}
	return (
		<section
			className="comments"
			id="comments"
			tabIndex={-1}
			aria-labelledby="comments-title"
			data-own={own ? '' : undefined}
			data-script={script ?? undefined}
			data-newest={thread.newest}
			data-total={thread.total}
		>
			<h2 className="comment-title" id="comments-title" dir="auto">
				{prompt}
			</h2>
			<p className="comment-note">{countOf(thread.total, open, closing)}</p>
			{open && !replyingHere && <CommentForm slug={slug} state={form} />}
			<ThreadHighlights slug={slug} highlights={thread.highlights} />
			{thread.total > 1 && <ThreadOrderForm slug={slug} order={thread.order} />}
			<p className="comment-note">
				<a href={`/news/${slug}?page=1#comments`} rel="nofollow" data-part="new">
					{messages().comments.lookForNew}
				</a>
			</p>
			<form id="respect" method="post" action={`/news/${slug}/respect`} />
			{thread.threads.length > 0 && (
				<ol className="comment-thread">
					{thread.threads.map((comment) => (
						<Comment key={comment.id} comment={comment} context={context} />
					))}
				</ol>
			)}
			<Pagination
				page={thread.page}
				pages={thread.pages}
				label={messages().comments.pages}
				addressOf={(page) => `${addressOf({ page })}#comments`}
			/>
		</section>
	)
}

function countOf(total: number, open: boolean, closing: string | null): string {
	const words = messages().comments
	const isFirst = open && total === 0
	if (closing && !isFirst) return words.countAndClosed(words.count(total), closing)
	return [isFirst ? words.none : words.count(total), ...(closing ? [closing] : [])].join(' ')
}
