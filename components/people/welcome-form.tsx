import { ErrorSummary } from '@/components/forms/error-summary'
import '@/components/forms/forms.css'
import type { OpenInvitation } from '@/domain/invitations'
import type { RejectedForm } from '@/lib/request-context'
import formPage from './form-page.module.css'
import { NEW_ACCOUNT_FIELDS, NewAccountFields } from './new-account-fields'

type Props = {
	siteName: string
	token: string
	/** Null for a used, expired or revoked link. */
	invitation: OpenInvitation | null
	refused: RejectedForm | null
}

const FORM = 'welcome'

export function WelcomeForm({ siteName, token, invitation, refused }: Props) {
	if (!invitation) return <UsedUp />
	return (
		<div className={formPage.page}>
			<h1>
				Welcome to <bdi>{siteName}</bdi>
			</h1>
			<form className="form" method="post" action="/welcome/account">
				<ErrorSummary form={FORM} refused={refused} fields={NEW_ACCOUNT_FIELDS} />
				<p>
					{invitation.first
						? 'This makes the owner’s account, which may change everything. Others are invited at the desk.'
						: `You are invited to the newsroom, with the role of ${invitation.role}. Choose your password here.`}
				</p>
				<input type="hidden" name="token" value={token} />
				<NewAccountFields form={FORM} refused={refused} invited={invitation} />
				<button type="submit" className="form-button">
					Make my account
				</button>
			</form>
		</div>
	)
}

const UsedUp = () => (
	<div className={formPage.page}>
		<h1>This link is used up</h1>
		<p>
			It works once, and for a few days; or it was revoked. Please ask the person who sent it for a new one. A
			new site without an owner prints one at each start of its server.
		</p>
		<p className={formPage.aside}>
			Have an account? <a href="/sign-in?next=/desk">Sign in</a>
		</p>
	</div>
)
