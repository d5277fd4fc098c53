import { ErrorSummary } from '@/components/forms/error-summary'
import '@/components/forms/forms.css'
import type { RejectedForm } from '@/lib/request-context'
import formPage from './form-page.module.css'
import { NEW_ACCOUNT_FIELDS, NewAccountFields } from './new-account-fields'

type Props = { next: string; refused: RejectedForm | null }

const FORM = 'sign-up'

export function SignUpForm({ next, refused }: Props) {
	return (
		<div className={formPage.page}>
			<h1>Make an account</h1>
			<form className="form" method="post" action="/sign-up/account">
				<ErrorSummary form={FORM} refused={refused} fields={NEW_ACCOUNT_FIELDS} />
				<input type="hidden" name="next" value={next} />
				<NewAccountFields form={FORM} refused={refused} />
				<button type="submit" className="form-button">
					Make my account
				</button>
			</form>
			<p className={formPage.aside}>
				Have one already? <a href={`/sign-in?next=${encodeURIComponent(next)}`}>Sign in</a>
			</p>
		</div>
	)
}
