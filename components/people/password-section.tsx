import { ErrorSummary } from '@/components/forms/error-summary'
import { Field } from '@/components/forms/field'
import type { RejectedForm } from '@/lib/request-context'
import styles from './account.module.css'

const FORM = 'password'
const FIELDS = ['current', 'password']

/** Form for a new password; open if it was refused. */
export function PasswordSection({ refused }: { refused: RejectedForm | null }) {
	const own = refused?.field && FIELDS.includes(refused.field) ? refused : null
	return (
		<section id="password">
			<h2>Password</h2>
			<details className={styles.details} open={own !== null}>
				<summary>Change the password</summary>
				<form className="form" method="post" action="/account/password">
					<ErrorSummary form={FORM} refused={own} fields={FIELDS} />
					<Field
						form={FORM}
						name="current"
						label="Present password"
						type="password"
						autoComplete="current-password"
						required
						refused={own}
					/>
					<Field
						form={FORM}
						name="password"
						label="New password"
						hint="At least 10 characters. All your other sessions end."
						type="password"
						autoComplete="new-password"
						required
						refused={own}
					/>
					<button type="submit" className="form-button">
						Change the password
					</button>
				</form>
			</details>
		</section>
	)
}
