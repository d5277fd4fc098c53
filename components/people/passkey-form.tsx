import { messages } from '@/lib/messages/messages'
import '@/components/forms/forms.css'
import formPage from './form-page.module.css'

type Props = {
	/**
	 * Kind of the ceremony: see `components/islands/passkeys.ts`, which shows the form where passkeys work.
	 */
	use: 'sign-in' | 'register' | 'confirm'
	next?: string
}

/** A button for a passkey; hidden until the script runs in a browser with passkeys. */
export function PasskeyForm({ use, next }: Props) {
	const { account, signIn } = messages()
	const labels = {
		'sign-in': signIn.byPasskey,
		register: account.addPasskey,
		confirm: account.confirmByPasskey,
	}
	return (
		<form className={`form ${formPage.other}`} data-passkey={use} hidden>
			{next !== undefined && <input type="hidden" name="next" value={next} />}
			{use === 'register' && (
				<div className="form-field">
					<label htmlFor="passkey-name">{account.passkeyName}</label>
					<input
						id="passkey-name"
						name="name"
						type="text"
						dir="auto"
						required
						maxLength={60}
						placeholder={account.passkeyExamples}
					/>
				</div>
			)}
			<button type="submit" className="form-quiet">
				{labels[use]}
			</button>
			<p role="status" />
		</form>
	)
}

/** The script of passkeys, on the pages that use them only. */
export const PasskeyScript = ({ src }: { src: string | null }) =>
	src && <script type="module" src={src} fetchPriority="low" />
