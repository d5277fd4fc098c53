import { ErrorSummary } from '@/components/forms/error-summary'
import { Field } from '@/components/forms/field'
import '@/components/forms/forms.css'
import type { RejectedForm } from '@/lib/request-context'
import styles from './account.module.css'
import formPage from './form-page.module.css'
import { QrCode } from './qr-code'

type Props = {
	/** In Base32. */
	secret: string
	uri: string
	refused: RejectedForm | null
}

const FORM = 'authenticator'

export function AuthenticatorSetup({ secret, uri, refused }: Props) {
	return (
		<div className={formPage.page}>
			<h1>Set up an authenticator app</h1>
			<p>Scan this with the app on your phone, then type the code that it shows.</p>
			<QrCode text={uri} label="QR code for the authenticator app" className={styles.qr} />
			<p>
				On the phone itself, <a href={uri}>open the app</a>, or type this key:
			</p>
			<p className={styles.key}>
				<code>{secret.replace(/.{4}(?=.)/g, '$& ')}</code>
			</p>
			<form className="form" method="post" action="/account/authenticator/confirm">
				<ErrorSummary form={FORM} refused={refused} fields={['code']} />
				<Field
					form={FORM}
					name="code"
					label="Code"
					hint="Six digits; a new one appears every 30 seconds."
					autoComplete="one-time-code"
					required
					refused={refused}
				/>
				<button type="submit" className="form-button">
					Use this app
				</button>
			</form>
			<p className={formPage.aside}>
				<a href="/account">Back to your account</a>. Nothing changes until a code is typed here.
			</p>
		</div>
	)
}
