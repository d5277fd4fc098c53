import { ErrorSummary } from '@/components/forms/error-summary'
import { Field } from '@/components/forms/field'
import { messages } from '@/lib/messages/messages'
import type { RejectedForm } from '@/lib/request-context'
import { PROVIDER_NAMES, type Provider } from '@/lib/sign-in-providers'
import '@/components/forms/forms.css'
import formPage from './form-page.module.css'

type Props = {
	/** The account at a provider, with the proposed name; null if it was signed in to too long ago. */
	account: { provider: Provider; name: string } | null
	next: string
	refused: RejectedForm | null
}

const FORM = 'new-name'

/** Form for the public name at a first sign-in through a provider; without `account`, its time is over. */
export function NewNameForm({ account, next, refused }: Props) {
	const { publicName: words, refusals } = messages()
	if (!account)
		return (
			<div className={formPage.page}>
				<h1>{words.choose}</h1>
				<p>{refusals.tookTooLong}</p>
				<p className={formPage.aside}>
					<a href={`/sign-in?next=${encodeURIComponent(next)}`}>{words.startAgain}</a>
				</p>
			</div>
		)
	return (
		<div className={formPage.page}>
			<h1>{words.choose}</h1>
			<form className="form" method="post" action="/account/connect/new">
				<ErrorSummary form={FORM} refused={refused} fields={['name']} />
				<p>{words.chooseHint(PROVIDER_NAMES[account.provider])}</p>
				<input type="hidden" name="next" value={next} />
				<Field
					form={FORM}
					name="name"
					label={words.label}
					hint={words.hint}
					autoComplete="nickname"
					required
					defaultValue={account.name}
					refused={refused}
				/>
				<button type="submit" className="form-button">
					{words.make}
				</button>
			</form>
		</div>
	)
}
