import { DateTime, type Locale } from '@/components/layout/date-time'
import styles from './account.module.css'
import { PasskeyForm } from './passkey-form'
import { type Passkey, PasskeyRow } from './passkey-row'

export type Factors = {
	authenticator: Date | null
	passkeys: Passkey[]
	recoveryCodes: number
}

type Props = {
	factors: Factors
	locale: Locale
	/** Whether the site can have passkeys. */
	offersPasskeys: boolean
}

/** The second factors of an account, with forms to add and remove them. */
export function FactorSection({ factors, locale, offersPasskeys }: Props) {
	const { authenticator, passkeys, recoveryCodes } = factors
	const hasFactor = authenticator !== null || passkeys.length > 0
	return (
		<section id="factors">
			<h2>Second factor</h2>
			<p>
				{hasFactor
					? 'Your password alone does not sign you in.'
					: 'With an authenticator app or a passkey, your password alone does not sign anybody in.'}
			</p>
			<ul className={styles.list}>
				<li className={styles.row}>
					<p>
						<span className={styles.name}>Authenticator app</span>{' '}
						<span className={styles.facts}>
							{authenticator ? (
								<>
									in use since <DateTime at={authenticator} locale={locale} />
								</>
							) : (
								'a code from your phone at each sign-in'
							)}
						</span>
					</p>
					<ActionForm
						action={`/account/authenticator/${authenticator ? 'remove' : 'start'}`}
						label={authenticator ? 'Remove' : 'Set up'}
						of="the authenticator app"
					/>
				</li>
				{passkeys.map((passkey) => (
					<PasskeyRow key={passkey.id} passkey={passkey} locale={locale} />
				))}
				{hasFactor && (
					<li className={styles.row}>
						<p>
							<span className={styles.name}>Recovery codes</span>{' '}
							<span className={styles.facts}>{recoveryCodes} of 10 left</span>
						</p>
						<ActionForm action="/account/recovery-codes/new" label="Make new ones" of="recovery codes" />
					</li>
				)}
			</ul>
			{offersPasskeys && <PasskeyForm use="register" />}
		</section>
	)
}

function ActionForm({ action, label, of }: { action: string; label: string; of: string }) {
	return (
		<form method="post" action={action}>
			<button type="submit" className="form-quiet" aria-label={`${label}: ${of}`}>
				{label}
			</button>
		</form>
	)
}
