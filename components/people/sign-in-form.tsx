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
	refused: RejectedForm | null
	/** Whether an account was created or a password set just before; shows a notice. */
	accountMade: boolean
	passwordSet: boolean
	/** Other notices. */
	notice?: ReactNode
	/** Other ways to sign in. */
	children?: ReactNode
}

const FORM = 'sign-in'

export function SignInForm({ next, refused, accountMade, passwordSet, notice, children }: Props) {
	const words = messages().signIn
	return (
		<div className={formPage.page}>
			<h1>{next.startsWith('/desk') ? words.openDesk : words.title}</h1>
			{accountMade && (
				<p role="status" className="form-notice">
					{words.accountMade}
				</p>
			)}
			{passwordSet && (
				<p role="status" className="form-notice">
					{words.passwordSet}
				</p>
			)}
			{notice}
			<form className="form" method="post" action="/session">
				<ErrorSummary form={FORM} refused={refused} fields={['email', 'password']} />
				<input type="hidden" name="next" value={next} />
				<Field
					form={FORM}
					name="email"
					label={words.email}
					type="email"
					autoComplete="username"
					required
					refused={refused}
				/>
				<Field
					form={FORM}
					name="password"
					label={words.password}
					type="password"
					autoComplete="current-password"
					required
					refused={refused}
				/>
				<button type="submit" className="form-button">
					{words.submit}
				</button>
			</form>
			{children}
			<p className={formPage.aside}>
				<a href="/password">{words.forgotten}</a>
			</p>
			<p className={formPage.aside}>
				{phrase(words.newHere(<a href={`/sign-up?next=${encodeURIComponent(next)}`}>{words.makeAccount}</a>))}
			</p>
		</div>
	)
}
