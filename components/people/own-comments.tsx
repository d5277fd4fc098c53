import { EditLink } from '@/components/comments/edit-link'
import { DateTime, type Locale } from '@/components/layout/date-time'
import { phrase } from '@/components/layout/phrase'
import type { OwnComment } from '@/domain/comments/own-list'
import { messages } from '@/lib/messages/messages'
import { heldWords } from '@/lib/moderation-reasons'
import { OwnStory } from './own-list'
import styles from './people.module.css'

type Props = { comment: OwnComment; locale: Locale }

/** A comment in the list of its author: its state, the reason of it, and what can be done. */
export function OwnCommentRow({ comment, locale }: Props) {
	const { id, body, state, createdAt, story } = comment
	const { account, contributions: words } = messages()
	const isShown = state === 'approved' || state === 'waiting'
	return (
		<li>
			<p className={styles.ownHead}>
				<OwnStory story={story} path={isShown ? `/comments/${id}` : ''} />{' '}
				<span>
					<span className={styles.state}>
						{state === 'deleted' ? words.deleted : account.commentStates[state]}
					</span>{' '}
					· <DateTime at={createdAt} locale={locale} />
				</span>
			</p>
			{state === 'deleted' ? (
				<p className={styles.removes}>{words.deletedHint}</p>
			) : (
				<p className={styles.words} dir="auto">
					{body}
				</p>
			)}
			<Reason comment={comment} />
			<Actions comment={comment} />
		</li>
	)
}

/** Why a comment waits or is not published. */
function Reason({ comment: { id, state, heldFor, decision, story } }: Pick<Props, 'comment'>) {
	const { comments, decisions } = messages()
	if (state === 'waiting')
		return (
			<p className={styles.removes}>
				{comments.waitingHint}
				{heldFor.map((reason) => (
					<span key={reason.phase}> {phrase(heldWords(reason, (text) => <bdi key={text}>{text}</bdi>))}</span>
				))}
			</p>
		)
	if (!decision) return null
	const { rule, law } = decision
	return (
		<p className={styles.removes}>
			{rule ? decisions.byRule(decisions.rules[rule]) : law && decisions.byLaw(law)}{' '}
			<a href={`/decisions/${id}`} aria-label={story ? decisions.whyOf(story.headline) : undefined}>
				{decisions.why}
			</a>
		</p>
	)
}

function Actions({ comment: { id, state, editableFor, replies, story } }: Pick<Props, 'comment'>) {
	const words = messages().comments
	if (!story || story.withdrawn || state === 'deleted') return null
	const path = `/news/${story.slug}/comments/${id}`
	return (
		<p className={styles.actions}>
			{replies > 0 && <a href={path}>{words.replies(replies)}</a>}
			{editableFor > 0 && <EditLink href={`${path}/edit`} editableFor={editableFor} />}
			<a href={`${path}/edit#delete`}>{words.deleteOwn}</a>
		</p>
	)
}
