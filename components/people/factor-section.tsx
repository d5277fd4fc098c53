import { DateTime, type Locale } from '@/components/layout/date-time'
import styles from './account.module.css'

export type Factors = {
	authenticator: Date | null
	passkeys: { id: string; name: string; createdAt: Date; lastUsedAt: Date | null }[]
	recoveryCodes: number
}

type Props = { factors: Factors; locale: Locale }

/** The second factors of an account, and the ways to add and remove them. */
export function FactorSection({ factors: { authenticator, passkeys, recoveryCodes }, locale }: Props) {
	const hasFactor = authenticator !== null || passkeys.length > 0
	return (
		<section id="factors">
			<h2>Second factor</h2>
			<p>
				{hasFactor
					? 'Your password alone does not sign you in.'
					: 'With an authenticator app, your password alone does not sign anybody in.'}
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
