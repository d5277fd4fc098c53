import { ErrorSummary } from '@/components/forms/error-summary'
import { Field } from '@/components/forms/field'
import { phrase } from '@/components/layout/phrase'
import { messages } from '@/lib/messages/messages'
import '@/components/forms/forms.css'
import type { RejectedForm } from '@/lib/request-context'
import formPage from './form-page.module.css'
import { NewPasswordField } from './new-account-fields'

const REQUEST_FORM = 'password-link'
const NEW_FORM = 'new-password'

/** Form that requests a link by mail; without mail, the names of people with permission to make one. */
export function PasswordLinkForm(props: { mails: boolean; sent: boolean; refused: RejectedForm | null }) {
	const { mails, sent, refused } = props
	const words = messages().signIn
	return (
		<div className={formPage.page}>
			<h1>{words.forgotten}</h1>
			{mails ? <RequestForm sent={sent} refused={refused} /> : <AskAdmin />}
			<p className={formPage.aside}>{phrase(words.remembered(<a href="/sign-in">{words.submit}</a>))}</p>
		</div>
	)
}

function RequestForm({ sent, refused }: { sent: boolean; refused: RejectedForm | null }) {
	const words = messages().signIn
	return (
		<>
			{sent && (
				<p role="status" className="form-notice">
					{words.mailSent}
				</p>
			)}
			<form className="form" method="post" action="/password/link">
				<ErrorSummary form={REQUEST_FORM} refused={refused} fields={['email']} />
				<p>{words.mailHint}</p>
				<Field
					form={REQUEST_FORM}
					name="email"
					label={words.email}
					type="email"
					autoComplete="username"
					required
					refused={refused}
				/>
				<button type="submit" className="form-button">
					{words.mailMe}
				</button>
			</form>
		</>
	)
}

const AskAdmin = () => <p>{messages().signIn.noMail}</p>

/** Sets a new password by a link; null as `token` for a used or expired one. */
export function NewPasswordForm(props: {
	token: string | null
	/** Whether accounts at providers can be connected, which a new password disconnects. */
	disconnects: boolean
	refused: RejectedForm | null
}) {
	const { token, disconnects, refused } = props
	const { signIn: words, providers } = messages()
	if (token === null)
		return (
			<div className={formPage.page}>
				<h1>{words.usedUp}</h1>
				<p>{words.passwordLinkUsedUp}</p>
				<p className={formPage.aside}>
					<a href="/password">{words.askForNew}</a>
				</p>
			</div>
		)
	return (
		<div className={formPage.page}>
			<h1>{words.choosePassword}</h1>
			<form className="form" method="post" action="/password/new">
				<ErrorSummary form={NEW_FORM} refused={refused} fields={['password']} />
				<input type="hidden" name="token" value={token} />
				<NewPasswordField form={NEW_FORM} label={words.newPassword} refused={refused} />
				<button type="submit" className="form-button">
					{words.setPassword}
				</button>
			</form>
			<p className={formPage.aside}>
				{words.signsOut} {disconnects && providers.newPasswordDisconnects}
			</p>
		</div>
	)
}
