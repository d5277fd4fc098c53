import { messages } from '@/lib/messages/messages'
import { PROVIDER_NAMES, type Provider } from '@/lib/sign-in-providers'
import '@/components/forms/forms.css'
import formPage from './form-page.module.css'

type Props = {
	/** The account at a provider; null if it was signed in to too long ago. */
	account: { provider: Provider; name: string | null; email: string | null } | null
	/** Address of the account here. */
	ownEmail: string
	next: string
}

/** Asks whether an account at a provider may sign in to the account here. */
export function ConnectForm({ account, ownEmail, next }: Props) {
	const { providers: words, refusals, account: accountWords } = messages()
	if (!account)
		return (
			<div className={formPage.page}>
				<h1>{words.connectTitle}</h1>
				<p>{refusals.tookTooLong}</p>
				<p className={formPage.aside}>
					<a href="/account#providers">{accountWords.backToAccount}</a>
				</p>
			</div>
		)
	const provider = PROVIDER_NAMES[account.provider]
	return (
		<div className={formPage.page}>
			<h1>{words.connect(provider)}</h1>
			<form className="form" method="post" action="/account/connect/confirm">
				<p dir="auto">{words.connectHint(provider, account.email ?? account.name ?? provider, ownEmail)}</p>
				<input type="hidden" name="next" value={next} />
				<button type="submit" className="form-button">
					{words.connect(provider)}
				</button>
			</form>
			<p className={formPage.aside}>
				<a href={next}>{words.notNow}</a>
			</p>
		</div>
	)
}
