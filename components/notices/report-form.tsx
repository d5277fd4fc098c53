import { CommentText } from '@/components/comments/comment-text'
import { ErrorSummary } from '@/components/forms/error-summary'
import { Field, fieldId } from '@/components/forms/field'
import { Honeypot } from '@/components/forms/honeypot'
import { UnsetChoice } from '@/components/forms/unset-choice'
import { phrase } from '@/components/layout/phrase'
import type { CommentRule } from '@/domain/notices/decisions'
import type { ReportableComment, ReportReason } from '@/domain/notices/reports'
import { messages } from '@/lib/messages/messages'
import type { RejectedForm } from '@/lib/request-context'
import '@/components/forms/forms.css'
import styles from './notices.module.css'

type Props = {
	comment: ReportableComment
	/** Length limit of the explanation, in characters. */
	lengthMax: number
	/** Days from the decision to the deletion of the report's texts. */
	keptDays: number
	/** Reports that hold a comment; 0 if none do. */
	reportsToHold: number
	refused: RejectedForm | null
}

const FORM = 'report'
const RULES: CommentRule[] = ['abuse', 'hatred', 'privacy', 'spam', 'offTopic', 'falsehood', 'other']
const REASONS: ReportReason[] = ['illegal', 'abuse', 'spam', 'other']

/** The form for a report of a comment, with the comment. */
export function ReportForm({ comment, lengthMax, keptDays, reportsToHold, refused }: Props) {
	const { reports: words, decisions } = messages()
	return (
		<div className={styles.page}>
			<h1>{words.title}</h1>
			<ReportedComment comment={comment} />
			<form className="form" method="post" action="/reports/send">
				<ErrorSummary
					form={FORM}
					refused={refused}
					fields={['reason', 'explanation', 'goodFaith', 'name', 'email']}
				/>
				<input type="hidden" name="comment" value={comment.id} />
				<Reasons refused={refused} />
				<Field
					form={FORM}
					name="explanation"
					label={words.explanation}
					hint={words.explanationHint(lengthMax)}
					lines
					lengthMax={lengthMax}
					refused={refused}
				/>
				<GoodFaith refused={refused} />
				<p className="form-hint">{words.identity}</p>
				<div className="form-pair">
					<Field form={FORM} name="name" label={words.name} autoComplete="name" refused={refused} />
					<Field
						form={FORM}
						name="email"
						label={words.email}
						type="email"
						autoComplete="email"
						hint={words.emailHint}
						refused={refused}
					/>
				</div>
				<Honeypot />
				<button type="submit" className="form-button">
					{words.send}
				</button>
				<p className="form-hint">{words.kept(keptDays)}</p>
			</form>
			<IgnoreForm comment={comment} />
			<h2>{decisions.rulesTitle}</h2>
			<ul className={styles.rules}>
				{RULES.map((rule) => (
					<li key={rule}>{decisions.rules[rule]}</li>
				))}
			</ul>
			<p>{reportsToHold > 0 ? decisions.holdRule(reportsToHold) : decisions.noHoldRule}</p>
		</div>
	)
}

/** A comment quoted on the pages of its reports, with the link to its place. */
export function ReportedComment({
	comment: { id, slug, authorName, body, headline },
}: Pick<Props, 'comment'>) {
	const words = messages().reports
	return (
		<figure className={styles.comment}>
			<figcaption>
				{phrase(
					words.by(
						<bdi key="name">{authorName}</bdi>,
						<a key="story" href={`/news/${slug}/comments/${id}`} dir="auto">
							{headline}
						</a>,
					),
				)}
			</figcaption>
			<blockquote>
				<CommentText source={body} />
			</blockquote>
		</figure>
	)
}

/** The form that collapses an author's comments for the viewer, beside the report. */
function IgnoreForm({ comment: { id, authorName, slug } }: Pick<Props, 'comment'>) {
	const words = messages().ignoring
	return (
		<>
			<h2>{words.ignoreTitle}</h2>
			<form className="form" method="post" action={`/news/${slug}/ignore`}>
				<p className="form-hint" id="ignore-hint">
					{words.ignoreHint}
				</p>
				<input type="hidden" name="comment" value={id} />
				<button type="submit" className={`form-quiet ${styles.ignore}`} aria-describedby="ignore-hint">
					{words.ignore(authorName)}
				</button>
			</form>
		</>
	)
}

function Reasons({ refused }: { refused: RejectedForm | null }) {
	const words = messages().reports
	const error = refused?.field === 'reason' ? refused.message : null
	const id = fieldId(FORM, 'reason')
	return (
		<fieldset
			id={id}
			tabIndex={-1}
			className={styles.choices}
			aria-describedby={error ? `${id}-error` : undefined}
		>
			<legend>{words.reason}</legend>
			<UnsetChoice name="reason" label={words.reason} />
			{REASONS.map((reason) => (
				<label key={reason}>
					<input
						type="radio"
						name="reason"
						value={reason}
						defaultChecked={refused?.values.reason?.[0] === reason}
						required
					/>
					<span>{words.reasons[reason]}</span>
				</label>
			))}
			{error && (
				<p id={`${id}-error`} className={styles.error}>
					{error}
				</p>
			)}
		</fieldset>
	)
}

function GoodFaith({ refused }: { refused: RejectedForm | null }) {
	const words = messages().reports
	const error = refused?.field === 'goodFaith' ? refused.message : null
	const id = fieldId(FORM, 'goodFaith')
	return (
		<div className={styles.choices}>
			<label>
				<input
					type="checkbox"
					id={id}
					name="goodFaith"
					value="yes"
					defaultChecked={refused?.values.goodFaith?.[0] === 'yes'}
					aria-invalid={error ? true : undefined}
					aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
				/>
				<span>{words.goodFaith}</span>
			</label>
			<p className="form-hint" id={`${id}-hint`}>
				{words.goodFaithHint}
			</p>
			{error && (
				<p id={`${id}-error`} className={styles.error}>
					{error}
				</p>
			)}
		</div>
	)
}
