import { DateTime, type Locale } from '@/components/layout/date-time'
import { phrase } from '@/components/layout/phrase'
import type { IgnoredPerson } from '@/domain/comments/ignore'
import { messages } from '@/lib/messages/messages'
import styles from './people.module.css'

type Props = { person: IgnoredPerson; locale: Locale }

/** An ignored person, with the form that removes the entry. */
export function IgnoredRow({ person: { id, name, since }, locale }: Props) {
	const words = messages().ignoring
	const shown = name ?? words.unnamed
	return (
		<li className={styles.vote}>
			<p>
				<span className={styles.state} dir="auto">
					{shown}
				</span>{' '}
				· {phrase(words.since(<DateTime at={since} locale={locale} />))}
			</p>
			<form method="post" action="/account/ignored/stop">
				<input type="hidden" name="id" value={id} />
				<button type="submit" className="form-quiet" aria-label={words.stopOf(shown)}>
					{words.stop}
				</button>
			</form>
		</li>
	)
}
