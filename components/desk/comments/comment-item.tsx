import type { ReactNode } from 'react'
import { Submit } from '@/components/desk/form/fields'
import { useChosen } from '@/components/desk/form/form-context'
import type { Decision } from '@/domain/comments/states'
import type { Reason } from '@/lib/moderation-phases'
import styles from './comments.module.css'
import { ReasonWords } from './reason-words'

export type DeskComment = {
	id: number
	authorName: string
	authorEmail: string | null
	/** The comment as formatted for readers. */
	words: ReactNode
	article: { id: number; slug: string; headline: string }
	decision: Decision
	/** Phases of automatic moderation that held it. */
	heldFor: Reason[]
	/** Name of the moderator who looks at it, and whether that is the viewer. */
	claim: { name: string; isOwn: boolean } | null
	/** Lists of the comments of its author, and of its story. */
	links: { alone: string; byAuthor: string; onStory: string }
	/** Time of posting: ISO 8601, and formatted. */
	at: string
	time: string
}

export const DECISION_BUTTONS: { to: Decision; name: string; variant?: 'danger' }[] = [
	{ to: 'approved', name: 'Approve' },
	{ to: 'rejected', name: 'Reject', variant: 'danger' },
	{ to: 'spam', name: 'Spam', variant: 'danger' },
	{ to: 'waiting', name: 'Let wait' },
]

/** Accessible name of a button, which has the text of those of other comments. */
const labelOf = (to: Decision, name: string, author: string): string => {
	if (to === 'spam') return `Spam: the comment by ${author}`
	return `${name}${to === 'waiting' ? ':' : ''} the comment by ${author}`
}

const DECIDED: Record<Decision, string> = {
	waiting: 'Waiting',
	approved: 'Approved',
	rejected: 'Rejected',
	spam: 'Spam',
}

type Props = {
	comment: DeskComment
	selectable: boolean
	/** Whether the list has comments in several states. */
	isMixed: boolean
}

export function CommentItem({ comment, selectable, isMixed }: Props) {
	const { id, authorName, authorEmail, words, article, decision, heldFor, claim, links, at, time } = comment
	const selected = useChosen('selected', String(id), false)
	return (
		<li className={styles.comment} data-comment={id}>
			<div className={styles.head}>
				{selectable && (
					<input
						type="checkbox"
						name="selected"
						value={id}
						defaultChecked={selected}
						aria-label={`Select the comment by ${authorName}`}
					/>
				)}
				<p className={styles.name} dir="auto">
					{authorName}
				</p>
				<p className={styles.time}>
					{isMixed && <strong>{DECIDED[decision]} </strong>}
					<time dateTime={at}>{time}</time>
				</p>
				{authorEmail && <p className={styles.email}>{authorEmail}</p>}
			</div>
			<p className={styles.story}>
				On{' '}
				<a
					href={decision === 'approved' ? `/news/${article.slug}/comments/${id}` : `/news/${article.slug}`}
					dir="auto"
				>
					{article.headline}
				</a>
			</p>
			<div className={styles.words}>{words}</div>
			<Held reasons={heldFor} />
			<div className={styles.buttons}>
				{DECISION_BUTTONS.filter(({ to }) => to !== decision).map(({ to, name, variant }) => (
					<Submit
						key={to}
						name={to}
						value={String(id)}
						variant={variant}
						label={labelOf(to, name, authorName)}
					>
						{name}
					</Submit>
				))}
			</div>
			<p className={styles.links}>
				<a href={`/desk/reports/${id}`} aria-label={`Decide with reasons: the comment by ${authorName}`}>
					Decide with reasons
				</a>
				<a href={links.alone} aria-label={`On its own: the comment by ${authorName}`}>
					On its own
				</a>
				<a href={links.byAuthor}>All by this person</a>
				<a href={links.onStory}>All on this story</a>
				<ClaimButton id={id} authorName={authorName} claim={claim} />
			</p>
		</li>
	)
}

/** Phases of automatic moderation that held a comment, with their rule, word and numbers. */
function Held({ reasons }: { reasons: Reason[] }) {
	if (reasons.length === 0) return null
	return (
		<ul className={styles.held} aria-label="Held because">
			{reasons.map((reason) => (
				<li key={reason.phase}>
					<ReasonWords reason={reason} />
				</li>
			))}
		</ul>
	)
}

type ClaimProps = Pick<DeskComment, 'id' | 'authorName' | 'claim'>

/** Tells other moderators that somebody looks at the comment. */
function ClaimButton({ id, authorName, claim }: ClaimProps) {
	const name = claim ? (claim.isOwn ? 'Release' : 'Take over') : 'Claim'
	return (
		<>
			{claim && (
				<strong className={styles.claim}>
					{claim.isOwn ? (
						'You are looking at this'
					) : (
						<>
							<bdi>{claim.name}</bdi> is looking at this
						</>
					)}
				</strong>
			)}
			<Submit
				name={claim?.isOwn ? 'release' : 'claim'}
				value={String(id)}
				label={`${name}: the comment by ${authorName}`}
			>
				{name}
			</Submit>
		</>
	)
}
