import { When } from '@/components/layout/when'
import type { CommentView } from '@/domain/comments/views'
import { CommentForm, type FormState } from './comment-form'
import { CommentText } from './comment-text'
import styles from './comments.module.css'

export type ThreadContext = {
	slug: string
	page: number
	open: boolean
	form: FormState
	clock: { language: string; timeZone: string }
}

type Props = { comment: CommentView; context: ThreadContext }

export function Comment({ comment, context }: Props) {
	const { slug, form, open } = context
	const replying = open && form.replyTo === comment.id
	return (
		<li>
			<article className={styles.comment} id={`comment-${comment.id}`} tabIndex={-1}>
				{comment.deleted ? (
					<p className={styles.note}>This comment has been removed.</p>
				) : (
					<Words comment={comment} context={context} />
				)}
			</article>
			{replying && (
				<div className={styles.reply}>
					<CommentForm slug={slug} state={form} quoted={comment.authorName} />
				</div>
			)}
			{comment.replies.length > 0 && (
				<ol className={styles.replies}>
					{comment.replies.map((reply) => (
						<Comment key={reply.id} comment={reply} context={context} />
					))}
				</ol>
			)}
		</li>
	)
}

function Words({ comment, context: { slug, page, open, clock } }: Props) {
	const { id, authorName, staff, waiting, body, createdAt } = comment
	const leaf = page > 1 ? `page=${page}` : ''
	return (
		<>
			<header className={styles.head}>
				<h3 className={styles.name}>{authorName}</h3>
				{staff && <span className={styles.badge}>Staff</span>}{' '}
				<a className={styles.link} href={`/news/${slug}${leaf && `?${leaf}`}#comment-${id}`}>
					<When at={createdAt} clock={clock} style="minute" />
				</a>
			</header>
			{waiting && (
				<p className={styles.waiting} data-part="waiting">
					<strong>Waiting for approval</strong> Only you can see this until the desk has read it.
				</p>
			)}
			<div className={styles.text}>
				<CommentText source={body} />
			</div>
			{open && !waiting && (
				<a
					className={styles.answer}
					href={`/news/${slug}?${leaf && `${leaf}&`}reply=${id}#comment-form`}
					rel="nofollow"
					data-part="reply"
				>
					Reply<span className={styles.hidden}> to {authorName}</span>
				</a>
			)}
		</>
	)
}
