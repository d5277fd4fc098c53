import { CommentText } from '@/components/comments/comment-text'
import commentStyles from '@/components/desk/comments/comments.module.css'
import { deskTime, type Locale } from '@/components/desk/desk-time'
import type { DeskReport, ReportedComment as Reported, ReportGroup } from '@/domain/notices/desk-reports'
import { mailtoUrl } from '@/lib/urls'
import { REASON_NAMES, RULE_NAMES } from './report-words'
import styles from './reports.module.css'

/** Comments with their reports, or decisions with theirs. */
export function ReportGroups({ groups, locale }: { groups: ReportGroup[]; locale: Locale }) {
	return (
		<ol className={commentStyles.list}>
			{groups.map(({ key, comment, reports, decision }) => (
				<li key={key} className={commentStyles.comment}>
					{comment ? (
						<ReportedComment comment={comment} locale={locale} />
					) : (
						<p className={commentStyles.story}>The comment is deleted for ever.</p>
					)}
					{decision && <DecisionLine decision={decision} locale={locale} />}
					<ReportList reports={reports} locale={locale} />
					{comment && (
						<div className={commentStyles.buttons}>
							<a
								href={`/desk/reports/${comment.id}`}
								aria-label={`${decision ? 'Decide anew' : 'Decide'}: the comment by ${comment.authorName}`}
							>
								{decision ? 'Decide anew' : 'Decide'}
							</a>
						</div>
					)}
				</li>
			))}
		</ol>
	)
}

const STATES = { waiting: 'waits, hidden from readers', approved: 'shown to readers', rejected: 'removed' }

export function ReportedComment({ comment, locale }: { comment: Reported; locale: Locale }) {
	const { id, authorName, body, state, createdAt, slug, headline } = comment
	return (
		<>
			<div className={commentStyles.head}>
				<p className={commentStyles.name} dir="auto">
					{authorName}
				</p>
				<p className={commentStyles.time}>
					<time dateTime={createdAt.toISOString()}>{deskTime(createdAt, locale)}</time>
				</p>
			</div>
			<p className={commentStyles.story}>
				On{' '}
				<a href={`/news/${slug}${state === 'approved' ? `/comments/${id}` : ''}`} dir="auto">
					{headline}
				</a>
				, {STATES[state]}
			</p>
			<div className={commentStyles.words}>
				<CommentText source={body} />
			</div>
		</>
	)
}

export function ReportList({ reports, locale }: { reports: DeskReport[]; locale: Locale }) {
	if (reports.length === 0) return null
	return (
		<ul className={styles.reports}>
			{reports.map(({ id, reason, explanation, name, email, createdAt }) => (
				<li key={id}>
					<p className={styles.line}>
						<strong>{REASON_NAMES[reason]}</strong> · report {id} ·{' '}
						<time dateTime={createdAt.toISOString()}>{deskTime(createdAt, locale)}</time> ·{' '}
						{name ? <bdi>{name}</bdi> : 'without a name'}
						{email && (
							<>
								{' '}
								· <a href={mailtoUrl(email)}>{email}</a>
							</>
						)}
					</p>
					{explanation && (
						<p className={styles.typed} dir="auto">
							{explanation}
						</p>
					)}
				</li>
			))}
		</ul>
	)
}

type Decided = NonNullable<ReportGroup['decision']>

/** All decisions about a comment, newest first. */
export function DecisionList({ decisions, locale }: { decisions: Decided[]; locale: Locale }) {
	if (decisions.length === 0) return null
	return (
		<>
			<h2 className={styles.title}>Decisions until now</h2>
			<ul className={styles.reports}>
				{decisions.map((decision) => (
					<li key={decision.id}>
						<DecisionLine decision={decision} locale={locale} />
					</li>
				))}
			</ul>
		</>
	)
}

function DecisionLine({ decision, locale }: { decision: Decided; locale: Locale }) {
	const { outcome, rule, law, facts, onReport, decidedAt, decidedByName, reversedAt } = decision
	return (
		<>
			<p className={styles.line}>
				<strong>{outcome === 'kept' ? 'Stays' : 'Removed'}</strong>
				{outcome === 'removed' && <>: {rule ? RULE_NAMES[rule] : <bdi>{law}</bdi>}</>} ·{' '}
				{onReport ? 'on reports' : 'own initiative'} ·{' '}
				{decidedByName ? <bdi>{decidedByName}</bdi> : 'a person without an account'} ·{' '}
				<time dateTime={decidedAt.toISOString()}>{deskTime(decidedAt, locale)}</time>
				{reversedAt && ' · reversed later'}
			</p>
			{facts && (
				<p className={styles.typed} dir="auto">
					{facts}
				</p>
			)}
		</>
	)
}
