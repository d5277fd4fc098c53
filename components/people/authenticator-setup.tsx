import { ErrorSummary } from '@/components/forms/error-summary'
import { Field } from '@/components/forms/field'
import { phrase } from '@/components/layout/phrase'
import { messages } from '@/lib/messages/messages'
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
	const words = messages().account
	return (
		<div className={formPage.page}>
			<h1>{words.setUpTitle}</h1>
			<p>{words.scan}</p>
			<QrCode text={uri} label={words.qrCode} className={styles.qr} />
			<p>{phrase(words.onPhone(<a href={uri}>{words.openApp}</a>))}</p>
			<p className={styles.key}>
				<code dir="ltr">{secret.replace(/.{4}(?=.)/g, '$& ')}</code>
			</p>
			<form className="form" method="post" action="/account/authenticator/confirm">
				<ErrorSummary form={FORM} refused={refused} fields={['code']} />
				<Field
					form={FORM}
					name="code"
					label={words.code}
					hint={words.appCodeHint}
					autoComplete="one-time-code"
					required
					refused={refused}
				/>
				<button type="submit" className="form-button">
					{words.useApp}
				</button>
			</form>
			<p className={formPage.aside}>
				{phrase(words.nothingChanges(<a href="/account">{words.backToAccount}</a>))}
			</p>
		</div>
	)
}
