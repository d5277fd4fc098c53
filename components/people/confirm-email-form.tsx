import { messages } from '@/lib/messages/messages'
import '@/components/forms/forms.css'
import formPage from './form-page.module.css'

type Props = {
	/** Null for a used or expired link. */
	token: string | null
	/** Whether it ends sessions and means of sign-in of the account. */
	endsSignIns: boolean
	next: string
}

/**
 * Confirms an e-mail address by a button, as link previews and scanners of mail send GET requests.
 */
export function ConfirmEmailForm({ token, endsSignIns, next }: Props) {
	const { account, signIn: words } = messages()
	if (token === null)
		return (
			<div className={formPage.page}>
				<h1>{words.usedUp}</h1>
				<p>{words.confirmationUsedUp}</p>
				<p className={formPage.aside}>
					<a href="/account">{account.title}</a>
				</p>
			</div>
		)
	return (
		<div className={formPage.page}>
			<h1>{words.confirmEmail}</h1>
			<form className="form" method="post" action="/sign-up/confirm/email">
				<p>{words.confirmEmailHint}</p>
				{endsSignIns && <p>{words.confirmEndsSignIns}</p>}
				<input type="hidden" name="token" value={token} />
				<input type="hidden" name="next" value={next} />
				<button type="submit" className="form-button">
					{words.confirmEmail}
				</button>
			</form>
		</div>
	)
}
