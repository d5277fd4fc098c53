import { ErrorSummary } from '@/components/forms/error-summary'
import '@/components/forms/forms.css'
import type { RejectedForm } from '@/lib/request-context'
import formPage from './form-page.module.css'
import { NEW_ACCOUNT_FIELDS, NewAccountFields } from './new-account-fields'

type Props = {
	siteName: string
	/** Null for a used or expired link. */
	token: string | null
	refused: RejectedForm | null
}

const FORM = 'welcome'

export function WelcomeForm({ siteName, token, refused }: Props) {
	if (token === null) return <UsedUp />
	return (
		<div className={formPage.page}>
			<h1>
				Welcome to <bdi>{siteName}</bdi>
			</h1>
			<form className="form" method="post" action="/welcome/owner">
				<ErrorSummary form={FORM} refused={refused} fields={NEW_ACCOUNT_FIELDS} />
				<p>
					This makes the owner’s account, which may change everything. Others are added with{' '}
					<code>npm run square -- user add</code>.
				</p>
				<input type="hidden" name="token" value={token} />
				<NewAccountFields form={FORM} refused={refused} />
				<button type="submit" className="form-button">
					Open the square
				</button>
			</form>
		</div>
	)
}

const UsedUp = () => (
	<div className={formPage.page}>
		<h1>This link is used up</h1>
		<p>It works once, and for one day. If there is no owner yet, restart the square to get a fresh one.</p>
		<p className={formPage.aside}>
			Have an account? <a href="/sign-in?next=/desk">Sign in</a>
		</p>
	</div>
)
