import type { ReactNode } from 'react'
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
					<ProviderRow
						key={provider}
						provider={provider}
						state={phrase(words.since(<DateTime at={since} locale={locale} />))}
						action="/account/connect/remove"
						field={{ name: 'provider', value: provider }}
						label={words.disconnectOf(PROVIDER_NAMES[provider])}
						button={words.disconnect}
					/>
				))}
				{others.map((provider) => (
					<ProviderRow
						key={provider}
						provider={provider}
						state={words.notConnected}
						action={`/api/auth/signin/${provider}`}
						field={{ name: 'next', value: '/account' }}
						label={words.connect(PROVIDER_NAMES[provider])}
						button={words.connectShort}
					/>
				))}
			</ul>
		</section>
	)
}

type RowProps = {
	provider: Provider
	state: ReactNode
	action: string
	/** Hidden field of the form. */
	field: { name: string; value: string }
	/** Accessible name of the button. */
	label: string
	button: string
}

const ProviderRow = ({ provider, state, action, field, label, button }: RowProps) => (
	<li className={styles.row}>
		<p>
			<span className={styles.name}>{PROVIDER_NAMES[provider]}</span>{' '}
			<span className={styles.facts}>{state}</span>
		</p>
		<form method="post" action={action}>
			<input type="hidden" {...field} />
			<button type="submit" className="form-quiet" aria-label={label}>
				{button}
			</button>
		</form>
	</li>
)
