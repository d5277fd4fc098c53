import { DateTime, type Locale } from '@/components/layout/date-time'
import styles from './account.module.css'

export type OwnSession = { name: string; device: string | null; since: Date; current: boolean }

type Props = { sessions: OwnSession[]; locale: Locale }

/** The sessions of an account, each with a button that ends it. */
export function SessionList({ sessions, locale }: Props) {
	return (
		<section id="sessions">
			<h2>Where you are signed in</h2>
			<ul className={styles.list}>
				{sessions.map((session) => (
					<Session key={session.name} session={session} locale={locale} />
				))}
			</ul>
			{sessions.length > 1 && (
				<form method="post" action="/account/sessions">
					<input type="hidden" name="others" value="yes" />
					<button type="submit" className="form-quiet">
						Sign out everywhere else
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
	const words = device ?? 'An unknown browser'
	return (
		<li className={styles.row}>
			<p>
				<span className={styles.name}>{words}</span>{' '}
				<span className={styles.facts}>
					{current && 'This one · '}since <DateTime at={since} locale={locale} style="minute" />
				</span>
			</p>
			{!current && (
				<form method="post" action="/account/sessions">
					<input type="hidden" name="session" value={name} />
					<button type="submit" className="form-quiet" aria-label={`Sign out ${words}`}>
						Sign out
					</button>
				</form>
			)}
		</li>
	)
}
