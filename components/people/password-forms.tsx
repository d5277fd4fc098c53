import { ErrorSummary } from '@/components/forms/error-summary'
import { Field } from '@/components/forms/field'
import '@/components/forms/forms.css'
import type { RejectedForm } from '@/lib/request-context'
import formPage from './form-page.module.css'
import { NewPasswordField } from './new-account-fields'

const REQUEST_FORM = 'password-link'
const NEW_FORM = 'new-password'

/** Form that requests a link by mail; without mail, the names of people with permission to make one. */
export function PasswordLinkForm(props: { mails: boolean; sent: boolean; refused: RejectedForm | null }) {
	const { mails, sent, refused } = props
	return (
		<div className={formPage.page}>
			<h1>Forgot your password?</h1>
			{mails ? <RequestForm sent={sent} refused={refused} /> : <AskAdmin />}
			<p className={formPage.aside}>
				It came back to you? <a href="/sign-in">Sign in</a>
			</p>
		</div>
	)
}

function RequestForm({ sent, refused }: { sent: boolean; refused: RejectedForm | null }) {
	return (
		<>
			{sent && (
				<p role="status" className="form-notice">
					If an account has this address, a mail with a link is on its way. The link works once, for an hour.
				</p>
			)}
			<form className="form" method="post" action="/password/link">
				<ErrorSummary form={REQUEST_FORM} refused={refused} fields={['email']} />
				<p>We mail you a link with which you choose a new one.</p>
				<Field
					form={REQUEST_FORM}
					name="email"
					label="E-mail"
					type="email"
					autoComplete="username"
					required
					refused={refused}
				/>
				<button type="submit" className="form-button">
					Mail me a link
				</button>
			</form>
		</>
	)
}

const AskAdmin = () => (
	<p>
		This site sends no mail yet. Please ask an admin or the owner of the site: they can make a link for you,
		with which you choose a new password.
	</p>
)

/** Sets a new password by a link; null as `token` for a used or expired one. */
export function NewPasswordForm({ token, refused }: { token: string | null; refused: RejectedForm | null }) {
	if (token === null)
		return (
			<div className={formPage.page}>
				<h1>This link is used up</h1>
				<p>It works once, and for one hour.</p>
				<p className={formPage.aside}>
					<a href="/password">Ask for a new one</a>
				</p>
			</div>
		)
	return (
		<div className={formPage.page}>
			<h1>Choose a new password</h1>
			<form className="form" method="post" action="/password/new">
				<ErrorSummary form={NEW_FORM} refused={refused} fields={['password']} />
				<input type="hidden" name="token" value={token} />
				<NewPasswordField form={NEW_FORM} label="New password" refused={refused} />
				<button type="submit" className="form-button">
					Set password
				</button>
			</form>
			<p className={formPage.aside}>Every browser that is signed in to your account is signed out by this.</p>
		</div>
	)
}
