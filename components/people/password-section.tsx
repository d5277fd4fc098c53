import { ErrorSummary } from '@/components/forms/error-summary'
import { Field } from '@/components/forms/field'
import { messages } from '@/lib/messages/messages'
import type { RejectedForm } from '@/lib/request-context'
import styles from './account.module.css'
import { PASSWORD_LENGTH_MIN } from './new-account-fields'

const FORM = 'password'
const FIELDS = ['current', 'password']

/** Form for a new password; open if it was refused. */
type Props = {
	refused: RejectedForm | null
	/** Whether the account has a password, which the form then asks for. */
	hasPassword: boolean
}

export function PasswordSection({ refused, hasPassword }: Props) {
	const own = refused?.field && FIELDS.includes(refused.field) ? refused : null
	const { account: words, providers } = messages()
	const action = hasPassword ? words.changePassword : providers.setPassword
	return (
		<section id="password">
			<h2>{words.password}</h2>
			{!hasPassword && <p>{providers.noPassword}</p>}
			<details className={styles.details} open={own !== null}>
				<summary>{action}</summary>
				<form className="form" method="post" action="/account/password">
					<ErrorSummary form={FORM} refused={own} fields={FIELDS} />
					{hasPassword && (
						<Field
							form={FORM}
							name="current"
							label={words.presentPassword}
							type="password"
							autoComplete="current-password"
							required
							refused={own}
						/>
					)}
					<Field
						form={FORM}
						name="password"
						label={words.newPassword}
						hint={words.passwordHint(PASSWORD_LENGTH_MIN)}
						type="password"
						autoComplete="new-password"
						required
						refused={own}
					/>
					<button type="submit" className="form-button">
						{action}
					</button>
				</form>
			</details>
		</section>
	)
}
