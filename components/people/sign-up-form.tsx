import forms from '@/components/forms/forms.module.css'
import { RefusedSummary } from '@/components/forms/refused-summary'
import type { RefusedForm } from '@/lib/exchange'
import { NEW_ACCOUNT_FIELDS, NewAccountFields } from './new-account-fields'

type Props = { next: string; refused: RefusedForm | null }

const FORM = 'sign-up'

export function SignUpForm({ next, refused }: Props) {
	return (
		<div className={forms.page}>
			<h1>Make an account</h1>
			<form className={forms.form} method="post" action="/sign-up/account">
				<RefusedSummary form={FORM} refused={refused} fields={NEW_ACCOUNT_FIELDS} />
				<input type="hidden" name="next" value={next} />
				<NewAccountFields form={FORM} refused={refused} />
				<button type="submit" className={forms.button}>
					Make my account
				</button>
			</form>
			<p className={forms.aside}>
				Have one already? <a href={`/sign-in?next=${encodeURIComponent(next)}`}>Sign in</a>
			</p>
		</div>
	)
}
