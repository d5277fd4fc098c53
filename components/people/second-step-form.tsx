import type { ReactNode } from 'react'
import { ErrorSummary } from '@/components/forms/error-summary'
import { Field } from '@/components/forms/field'
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
	return (
		<div className={formPage.page}>
			<h1>One more step</h1>
			<form className="form" method="post" action="/session/code">
				<ErrorSummary form={FORM} refused={refused} fields={['code']} />
				<input type="hidden" name="next" value={next} />
				<Field
					form={FORM}
					name="code"
					label={hasApp ? 'Code' : 'Recovery code'}
					hint={
						hasApp
							? 'The six digits that your authenticator app shows, or one of your recovery codes.'
							: 'One of the codes that you kept when you made your passkey.'
					}
					autoComplete="one-time-code"
					required
					refused={refused}
				/>
				<button type="submit" className="form-button">
					Sign in
				</button>
			</form>
			{children}
			<p className={formPage.aside}>
				Lost it? The owner of this site can let you sign in with your password alone.{' '}
				<a href={`/sign-in?next=${encodeURIComponent(next)}`}>Start again</a>
			</p>
		</div>
	)
}
