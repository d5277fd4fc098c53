import { messages } from '@/lib/messages/messages'
import { PROVIDER_NAMES, type Provider } from '@/lib/sign-in-providers'
import '@/components/forms/forms.css'
import styles from './provider-buttons.module.css'

type Props = {
	providers: readonly Provider[]
	next: string
	/** Whether a first sign-in makes an account, which is said. */
	makesAccounts?: boolean
}

/** A button for each provider, which leads to its page for signing in; nothing without providers. */
export function ProviderButtons({ providers, next, makesAccounts }: Props) {
	const words = messages().providers
	if (providers.length === 0) return null
	return (
		<div className={styles.providers}>
			{providers.map((provider) => (
				<form key={provider} method="post" action={`/api/auth/signin/${provider}`}>
					<input type="hidden" name="next" value={next} />
					<button type="submit" className="form-quiet">
						{words.continueWith(PROVIDER_NAMES[provider])}
					</button>
				</form>
			))}
			{makesAccounts && <p className="form-hint">{words.firstTime}</p>}
		</div>
	)
}
