import type { ReactNode } from 'react'
import { ErrorSummary } from '@/components/forms/error-summary'
import { Field } from '@/components/forms/field'
import '@/components/forms/forms.css'
import type { RejectedForm } from '@/lib/request-context'
import formPage from './form-page.module.css'

type Props = {
	next: string
	refused: RejectedForm | null
	/** Whether an account was created or a password set just before; shows a notice. */
	accountMade: boolean
	passwordSet: boolean
	/** Other ways to sign in. */
	children?: ReactNode
}

const FORM = 'sign-in'

export function SignInForm({ next, refused, accountMade, passwordSet, children }: Props) {
	return (
		<div className={formPage.page}>
			<h1>{next.startsWith('/desk') ? 'Sign in to open the desk' : 'Sign in'}</h1>
			{accountMade && (
				<p role="status" className="form-notice">
					Now sign in with the password you chose. If the e-mail address had an account here before, nothing
					about that account was changed: sign in with the password you had.
				</p>
			)}
			{passwordSet && (
				<p role="status" className="form-notice">
					Your new password is set, and every browser is signed out. Please sign in with it.
				</p>
			)}
			<form className="form" method="post" action="/session">
				<ErrorSummary form={FORM} refused={refused} fields={['email', 'password']} />
				<input type="hidden" name="next" value={next} />
				<Field
					form={FORM}
					name="email"
					label="E-mail"
					type="email"
					autoComplete="username"
					required
					refused={refused}
				/>
				<Field
					form={FORM}
					name="password"
					label="Password"
					type="password"
					autoComplete="current-password"
					required
					refused={refused}
				/>
				<button type="submit" className="form-button">
					Sign in
				</button>
			</form>
			{children}
			<p className={formPage.aside}>
				<a href="/password">Forgot your password?</a>
			</p>
			<p className={formPage.aside}>
				New here? <a href={`/sign-up?next=${encodeURIComponent(next)}`}>Make an account</a>
			</p>
		</div>
	)
}
