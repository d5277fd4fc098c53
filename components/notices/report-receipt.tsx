import { DateTime, type Locale } from '@/components/layout/date-time'
import type { Receipt } from '@/domain/notices/reports'
import { messages } from '@/lib/messages/messages'
import '@/components/forms/forms.css'
import { type ComplaintProps, ComplaintSection } from './complaint'
import styles from './notices.module.css'
import { ReportedComment } from './report-form'
import { Statement } from './statement'

type Props = { receipt: Receipt; token: string; locale: Locale; complaint: ComplaintProps }

/** The receipt of a report, with its state. */
export function ReportReceipt({ receipt, token, locale, complaint }: Props) {
	const { id, reason, explanation, createdAt, comment, decision } = receipt
	const words = messages().reports
	return (
		<div className={styles.page}>
			<h1>{words.receipt(id)}</h1>
			<p role="status" className="form-notice">
				{decision ? words.decided : `${words.received} ${words.keepAddress}`}
			</p>
			<dl className={styles.facts}>
				<dt>{words.sentOn}</dt>
				<dd>
					<DateTime at={createdAt} locale={locale} style="minute" />
				</dd>
				<dt>{words.reason}</dt>
				<dd>{words.reasons[reason]}</dd>
				{explanation && (
					<>
						<dt>{words.explanation}</dt>
						<dd className={styles.typed} dir="auto">
							{explanation}
						</dd>
					</>
				)}
				{!decision && (
					<>
						<dt>{words.state}</dt>
						<dd>{words.open}</dd>
					</>
				)}
			</dl>
			{decision && <Statement decision={decision} locale={locale} />}
			{(decision || complaint.state.complaint) && (
				<>
					<h2>{messages().decisions.redress}</h2>
					<ComplaintSection {...complaint} fields={{ report: id, token }} />
				</>
			)}
			<h2>{words.reported}</h2>
			{comment ? <ReportedComment comment={comment} /> : <p>{words.noLongerShown}</p>}
		</div>
	)
}
