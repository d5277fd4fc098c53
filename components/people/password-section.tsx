import { ErrorSummary } from '@/components/forms/error-summary'
import { Field } from '@/components/forms/field'
import { messages } from '@/lib/messages/messages'
import type { RejectedForm } from '@/lib/request-context'
import styles from './account.module.css'
import { PASSWORD_LENGTH_MIN } from './new-account-fields'

const FORM = 'password'
const FIELDS = ['current', 'password']

/** Form for a new password; open if it was refused. */
export function PasswordSection({ refused }: { refused: RejectedForm | null }) {
	const own = refused?.field && FIELDS.includes(refused.field) ? refused : null
	const words = messages().account
	return (
		<section id="password">
			<h2>{words.password}</h2>
			<details className={styles.details} open={own !== null}>
				<summary>{words.changePassword}</summary>
				<form className="form" method="post" action="/account/password">
					<ErrorSummary form={FORM} refused={own} fields={FIELDS} />
					<Field
						form={FORM}
						name="current"
						label={words.presentPassword}
						type="password"
						autoComplete="current-password"
						required
						refused={own}
					/>
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
						{words.changePassword}
					</button>
				</form>
			</details>
		</section>
	)
}
