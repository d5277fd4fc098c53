import type { ReactNode } from 'react'
import { ErrorSummary } from '@/components/forms/error-summary'
import { phrase } from '@/components/layout/phrase'
import { messages } from '@/lib/messages/messages'
import '@/components/forms/forms.css'
import type { RejectedForm } from '@/lib/request-context'
import formPage from './form-page.module.css'
import { NEW_ACCOUNT_FIELDS, NewAccountFields } from './new-account-fields'

type Props = {
	next: string
	/** Whether the site mails a link that confirms the address. */
	mails: boolean
	refused: RejectedForm | null
	/** Other ways to make an account. */
	children?: ReactNode
}

const FORM = 'sign-up'

export function SignUpForm({ next, mails, refused, children }: Props) {
	const words = messages().signIn
	return (
		<div className={formPage.page}>
			<h1>{words.makeAccount}</h1>
			<form className="form" method="post" action="/sign-up/account">
				<ErrorSummary form={FORM} refused={refused} fields={NEW_ACCOUNT_FIELDS} />
				<input type="hidden" name="next" value={next} />
				<NewAccountFields form={FORM} refused={refused} mails={mails} />
				<button type="submit" className="form-button">
					{words.makeMyAccount}
				</button>
			</form>
			{children}
			<p className={formPage.aside}>
				{phrase(words.haveOne(<a href={`/sign-in?next=${encodeURIComponent(next)}`}>{words.submit}</a>))}
			</p>
		</div>
	)
}
