import type { ReactNode } from 'react'
import { ErrorSummary } from '@/components/forms/error-summary'
import { Field } from '@/components/forms/field'
import { phrase } from '@/components/layout/phrase'
import { messages } from '@/lib/messages/messages'
import '@/components/forms/forms.css'
import type { RejectedForm } from '@/lib/request-context'
import formPage from './form-page.module.css'

type Props = {
	next: string
	/** Whether the account has an authenticator app; otherwise passkeys and recovery codes. */
	hasApp: boolean
	refused: RejectedForm | null
	children: ReactNode
}

const FORM = 'second-step'

export function SecondStepForm({ next, hasApp, refused, children }: Props) {
	const words = messages().signIn
	return (
		<div className={formPage.page}>
			<h1>{words.secondStep}</h1>
			<form className="form" method="post" action="/session/code">
				<ErrorSummary form={FORM} refused={refused} fields={['code']} />
				<input type="hidden" name="next" value={next} />
				<Field
					form={FORM}
					name="code"
					label={hasApp ? words.code : words.recoveryCode}
					hint={hasApp ? words.codeHint : words.recoveryCodeHint}
					autoComplete="one-time-code"
					required
					refused={refused}
				/>
				<button type="submit" className="form-button">
					{words.submit}
				</button>
			</form>
			{children}
			<p className={formPage.aside}>
				{phrase(words.lostIt(<a href={`/sign-in?next=${encodeURIComponent(next)}`}>{words.startAgain}</a>))}
			</p>
		</div>
	)
}
