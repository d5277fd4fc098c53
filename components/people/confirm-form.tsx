import type { ReactNode } from 'react'
import { ErrorSummary } from '@/components/forms/error-summary'
import { Field } from '@/components/forms/field'
import { messages } from '@/lib/messages/messages'
import '@/components/forms/forms.css'
import { CONFIRM_CODE, CONFIRM_PASSWORD } from '@/lib/confirm-fields'
import type { RejectedForm } from '@/lib/request-context'
import formPage from './form-page.module.css'

type Props = {
	/** Path of the form that is sent again with the confirmation. */
	action: string
	/** Its values as sent. */
	values: Record<string, string[]>
	choices: { password: boolean; code: boolean; passkey: boolean }
	refused: RejectedForm | null
	children: ReactNode
}

const FORM = 'confirm'

/** Form of an account page that needs a recent sign-in, sent again with the password or a code. */
export function ConfirmForm({ action, values, choices, refused, children }: Props) {
	const words = messages().account
	const canConfirm = choices.password || choices.code
	return (
		<div className={formPage.page}>
			<h1>{words.confirm}</h1>
			<form id={FORM} className="form" method="post" action={action}>
				{refused?.field && (
					<ErrorSummary form={FORM} refused={refused} fields={[CONFIRM_PASSWORD, CONFIRM_CODE]} />
				)}
				<p>{canConfirm ? words.confirmHint : messages().providers.signInAgain}</p>
				{Object.entries(values).flatMap(([name, given]) =>
					given.map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />),
				)}
				{choices.password && (
					<Field
						form={FORM}
						name={CONFIRM_PASSWORD}
						label={words.password}
						type="password"
						autoComplete="current-password"
						refused={refused}
					/>
				)}
				{choices.code && (
					<Field
						form={FORM}
						name={CONFIRM_CODE}
						label={words.orAppCode}
						autoComplete="one-time-code"
						refused={refused}
					/>
				)}
				{canConfirm && (
					<button type="submit" className="form-button">
						{words.confirmAndContinue}
					</button>
				)}
			</form>
			{children}
			<p className={formPage.aside}>
				<a href="/account">{words.backToAccount}</a>
			</p>
		</div>
	)
}
