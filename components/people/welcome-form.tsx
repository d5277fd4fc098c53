import { ErrorSummary } from '@/components/forms/error-summary'
import { phrase } from '@/components/layout/phrase'
import { messages } from '@/lib/messages/messages'
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
	const { account, signIn: words } = messages()
	return (
		<div className={formPage.page}>
			<h1>{phrase(words.welcomeTo(<bdi>{siteName}</bdi>))}</h1>
			<form className="form" method="post" action="/welcome/account">
				<ErrorSummary form={FORM} refused={refused} fields={NEW_ACCOUNT_FIELDS} />
				<p>{invitation.first ? words.ownersAccount : words.invited(account.roles[invitation.role])}</p>
				<input type="hidden" name="token" value={token} />
				<NewAccountFields form={FORM} refused={refused} invited={invitation} />
				<button type="submit" className="form-button">
					{words.makeMyAccount}
				</button>
			</form>
		</div>
	)
}

function UsedUp() {
	const words = messages().signIn
	return (
		<div className={formPage.page}>
			<h1>{words.usedUp}</h1>
			<p>{words.invitationUsedUp}</p>
			<p className={formPage.aside}>
				{phrase(words.haveAccount(<a href="/sign-in?next=/desk">{words.submit}</a>))}
			</p>
		</div>
	)
}
