import { ErrorSummary } from '@/components/forms/error-summary'
import { Field } from '@/components/forms/field'
import type { ComplaintState } from '@/domain/notices/complaints'
import { COMPLAINT_DAYS } from '@/lib/complaint-days'
import { messages } from '@/lib/messages/messages'
import type { RejectedForm } from '@/lib/request-context'
import '@/components/forms/forms.css'
import styles from './notices.module.css'

type Props = {
	state: ComplaintState
	/** Hidden fields that name the decision. */
	fields: Record<string, string | number>
	lengthMax: number
	refused: RejectedForm | null
}

export type ComplaintProps = Omit<Props, 'fields'>

const FORM = 'complaint'

/** The complaint of one side with its state, or the form for it. */
export function ComplaintSection({ state: { complaint, mayFile }, fields, lengthMax, refused }: Props) {
	const words = messages().complaints
	if (!mayFile)
		return (
			<>
				{refused && (
					<p role="alert" className="form-notice">
						{refused.message}
					</p>
				)}
				{complaint ? <FiledComplaint complaint={complaint} /> : <p>{messages().decisions.redressText}</p>}
			</>
		)
	return (
		<>
			<p>{words.who(COMPLAINT_DAYS)}</p>
			<form className="form" method="post" action="/complaints/send">
				<ErrorSummary form={FORM} refused={refused} fields={['text']} />
				{Object.entries(fields).map(([name, value]) => (
					<input key={name} type="hidden" name={name} value={value} />
				))}
				<Field
					form={FORM}
					name="text"
					label={words.text}
					hint={words.textHint(lengthMax)}
					lines
					lengthMax={lengthMax}
					required
					refused={refused}
				/>
				<button type="submit" className="form-button">
					{words.send}
				</button>
			</form>
		</>
	)
}

function FiledComplaint({ complaint }: { complaint: NonNullable<ComplaintState['complaint']> }) {
	const { side, text, outcome, answer } = complaint
	const words = messages().complaints
	const upheld = side === 'author' ? words.upheldForAuthor : words.upheldForReporter
	return (
		<div id={FORM} tabIndex={-1}>
			<p role="status" className="form-notice">
				{outcome === null ? words.waiting : outcome === 'upheld' ? upheld : words.rejected}
			</p>
			<dl className={styles.facts}>
				{text && (
					<>
						<dt>{words.yours}</dt>
						<dd className={styles.typed} dir="auto">
							{text}
						</dd>
					</>
				)}
				{answer && (
					<>
						<dt>{words.answer}</dt>
						<dd className={styles.typed} dir="auto">
							{answer}
						</dd>
					</>
				)}
			</dl>
		</div>
	)
}
