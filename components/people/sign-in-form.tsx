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
	/** Whether the site mails links that sign in. */
	mails: boolean
	/** What was done just before. */
	notice: SignInNotice | null
	providerNotice?: ReactNode
	/** Other ways to sign in. */
	children?: ReactNode
}

/** Names of messages. */
export type SignInNotice =
	| 'accountDeleted'
	| 'accountMade'
	| 'accountMadeMailed'
	| 'emailConfirmed'
	| 'linkMailed'
	| 'passwordSet'

const FORM = 'sign-in'

export function SignInForm({ next, refused, mails, notice, providerNotice, children }: Props) {
	const words = messages().signIn
	return (
		<div className={formPage.page}>
			<h1>{next.startsWith('/desk') ? words.openDesk : words.title}</h1>
			{notice && (
				<p role="status" className="form-notice">
					{words[notice]}
				</p>
			)}
			{providerNotice}
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
				</button>{' '}
				{mails && (
					<button type="submit" className="form-quiet" formAction="/session/link" formNoValidate>
						{words.mailSignInLink}
					</button>
				)}
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
