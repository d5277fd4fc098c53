import { DateTime, type Locale } from '@/components/layout/date-time'
import { phrase } from '@/components/layout/phrase'
import { messages } from '@/lib/messages/messages'
import styles from './account.module.css'

export type OwnSession = { name: string; device: string | null; since: Date; current: boolean }

type Props = { sessions: OwnSession[]; locale: Locale }

/** The sessions of an account, each with a button that ends it. */
export function SessionList({ sessions, locale }: Props) {
	const words = messages().account
	return (
		<section id="sessions">
			<h2>{words.sessions}</h2>
			<ul className={styles.list}>
				{sessions.map((session) => (
					<Session key={session.name} session={session} locale={locale} />
				))}
			</ul>
			{sessions.length > 1 && (
				<form method="post" action="/account/sessions">
					<input type="hidden" name="others" value="yes" />
					<button type="submit" className="form-quiet">
						{words.signOutElsewhere}
					</button>
				</form>
			)}
		</section>
	)
}

function Session({
	session: { name, device, since, current },
	locale,
}: {
	session: OwnSession
	locale: Locale
}) {
	const words = messages().account
	const browser = device ?? words.unknownBrowser
	const sinceWhen = current ? words.ownSessionSince : words.sessionSince
	return (
		<li className={styles.row}>
			<p>
				<span className={styles.name}>{browser}</span>{' '}
				<span className={styles.facts}>
					{phrase(sinceWhen(<DateTime at={since} locale={locale} style="minute" />))}
				</span>
			</p>
			{!current && (
				<form method="post" action="/account/sessions">
					<input type="hidden" name="session" value={name} />
					<button type="submit" className="form-quiet" aria-label={words.signOutOf(browser)}>
						{words.signOut}
					</button>
				</form>
			)}
		</li>
	)
}
