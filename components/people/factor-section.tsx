import { DateTime, type Locale } from '@/components/layout/date-time'
import { phrase } from '@/components/layout/phrase'
import { messages } from '@/lib/messages/messages'
import styles from './account.module.css'
import { PasskeyForm } from './passkey-form'
import { type Passkey, PasskeyRow } from './passkey-row'

/** Recovery codes of an account. */
const CODES = 10

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
	const words = messages().account
	const hasFactor = authenticator !== null || passkeys.length > 0
	return (
		<section id="factors">
			<h2>{words.secondFactor}</h2>
			<p>{hasFactor ? words.hasFactor : words.lacksFactor}</p>
			<ul className={styles.list}>
				<li className={styles.row}>
					<p>
						<span className={styles.name}>{words.app}</span>{' '}
						<span className={styles.facts}>
							{authenticator
								? phrase(words.appSince(<DateTime at={authenticator} locale={locale} />))
								: words.appExplained}
						</span>
					</p>
					<ActionForm
						action={`/account/authenticator/${authenticator ? 'remove' : 'start'}`}
						label={authenticator ? words.remove : words.setUp}
						name={authenticator ? words.removeApp : words.setUpApp}
					/>
				</li>
				{passkeys.map((passkey) => (
					<PasskeyRow key={passkey.id} passkey={passkey} locale={locale} />
				))}
				{hasFactor && (
					<li className={styles.row}>
						<p>
							<span className={styles.name}>{words.recoveryCodes}</span>{' '}
							<span className={styles.facts}>{words.codesLeft(recoveryCodes, CODES)}</span>
						</p>
						<ActionForm
							action="/account/recovery-codes/new"
							label={words.newCodes}
							name={words.newRecoveryCodes}
						/>
					</li>
				)}
			</ul>
			{offersPasskeys && <PasskeyForm use="register" />}
		</section>
	)
}

/** @param name accessible name, which says what the action applies to */
function ActionForm({ action, label, name }: { action: string; label: string; name: string }) {
	return (
		<form method="post" action={action}>
			<button type="submit" className="form-quiet" aria-label={name}>
				{label}
			</button>
		</form>
	)
}
