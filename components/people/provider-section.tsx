import { DateTime, type Locale } from '@/components/layout/date-time'
import { phrase } from '@/components/layout/phrase'
import { messages } from '@/lib/messages/messages'
import { PROVIDER_NAMES, type Provider, type ProviderProblem } from '@/lib/sign-in-providers'
import styles from './account.module.css'
import { ProviderNotice } from './provider-notice'

type Props = {
	connected: { provider: Provider; since: Date }[]
	/** Providers that are set up. */
	offered: readonly Provider[]
	/** A failed attempt just before. */
	problem: [ProviderProblem, Provider] | null
	locale: Locale
}

/** The accounts at providers that sign in to this account, with forms to connect and disconnect them. */
export function ProviderSection({ connected, offered, problem, locale }: Props) {
	const words = messages().providers
	const others = offered.filter((each) => !connected.some(({ provider }) => provider === each))
	if (connected.length === 0 && others.length === 0) return null
	return (
		<section id="providers">
			<h2>{words.title}</h2>
			<ProviderNotice problem={problem} toConnect={null} />
			<p>{words.explained}</p>
			<ul className={styles.list}>
				{connected.map(({ provider, since }) => (
					<li key={provider} className={styles.row}>
						<p>
							<span className={styles.name}>{PROVIDER_NAMES[provider]}</span>{' '}
							<span className={styles.facts}>
								{phrase(words.since(<DateTime at={since} locale={locale} />))}
							</span>
						</p>
						<form method="post" action="/account/connect/remove">
							<input type="hidden" name="provider" value={provider} />
							<button
								type="submit"
								className="form-quiet"
								aria-label={words.disconnectOf(PROVIDER_NAMES[provider])}
							>
								{words.disconnect}
							</button>
						</form>
					</li>
				))}
				{others.map((provider) => (
					<li key={provider} className={styles.row}>
						<p>
							<span className={styles.name}>{PROVIDER_NAMES[provider]}</span>{' '}
							<span className={styles.facts}>{words.notConnected}</span>
						</p>
						<form method="post" action={`/api/auth/signin/${provider}`}>
							<input type="hidden" name="next" value="/account" />
							<button
								type="submit"
								className="form-quiet"
								aria-label={words.connect(PROVIDER_NAMES[provider])}
							>
								{words.connectShort}
							</button>
						</form>
					</li>
				))}
			</ul>
		</section>
	)
}
