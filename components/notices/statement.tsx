import { Fragment } from 'react'
import { DateTime, type Locale } from '@/components/layout/date-time'
import type { Decision } from '@/domain/notices/decisions'
import { messages } from '@/lib/messages/messages'
import { statementOf } from '@/lib/statement-of-reasons'
import styles from './notices.module.css'

/** The statement of reasons of a decision. */
export function Statement({ decision, locale }: { decision: Decision; locale: Locale }) {
	const words = messages().decisions
	return (
		<>
			<h2>{words.decision}</h2>
			<dl className={styles.facts}>
				{statementOf(decision, words).map(({ label, text, isTyped }) => (
					<Fragment key={label}>
						<dt>{label}</dt>
						<dd className={isTyped ? styles.typed : undefined} dir={isTyped ? 'auto' : undefined}>
							{text}
						</dd>
					</Fragment>
				))}
				<dt>{words.decidedOn}</dt>
				<dd>
					<DateTime at={decision.decidedAt} locale={locale} style="minute" />
				</dd>
			</dl>
		</>
	)
}
