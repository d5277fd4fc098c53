import { messages } from '@/lib/messages/messages'
import { PROVIDER_NAMES, type Provider, type ProviderProblem } from '@/lib/sign-in-providers'
import '@/components/forms/forms.css'

type Props = {
	/** A sign-in at a provider that failed just before. */
	problem: [ProviderProblem, Provider] | null
	/** The provider to connect after this sign-in. */
	toConnect: Provider | null
}

/** What to do after a return from a provider without a session. */
export function ProviderNotice({ problem, toConnect }: Props) {
	const words = messages().providers
	const [name, provider] = problem ?? []
	const text = name && provider ? words.problems[name](PROVIDER_NAMES[provider]) : null
	return (
		<>
			{text && (
				<p role="alert" className="form-notice">
					{text}
				</p>
			)}
			{toConnect && (
				<p role="status" className="form-notice">
					{words.signInToConnect(PROVIDER_NAMES[toConnect])}
				</p>
			)}
		</>
	)
}
