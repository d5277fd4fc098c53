import deskStyles from '@/components/desk/desk.module.css'
import type { Change } from '@/domain/audit-sentences'
import { cutText } from '@/lib/cut-text'
import styles from './log.module.css'

export type LogLine = {
	id: number
	at: Date
	/** Date and time in words. */
	time: string
	person: string
	/** Sentence of the action, without the person's name. */
	sentence: string
	changes: Change[]
	/** The subject's page at the desk; null without one. */
	href: string | null
}

/** Length in characters of a value on the screen; exports have the whole. */
const VALUE_LENGTH_MAX = 300

/** Entries of the log, each a sentence with its changes. */
export function LogList({ lines }: { lines: LogLine[] }) {
	return (
		<ol className={styles.list}>
			{lines.map(({ id, at, time, person, sentence, changes, href }) => (
				<li key={id}>
					<p className={styles.sentence} dir="auto">
						<strong>{person}</strong> {href ? <a href={href}>{sentence}</a> : sentence}
					</p>
					<p className={styles.time}>
						<time dateTime={at.toISOString()}>{time}</time>
					</p>
					{changes.length > 0 && (
						<dl className={styles.changes}>
							{changes.map(({ field, from, to }) => (
								<div key={field}>
									<dt>{field}</dt>
									<dd dir="auto">
										{from !== null && (
											<>
												<del>{shortened(from)}</del> <span className={deskStyles.hidden}>became</span>
												<span aria-hidden="true">→</span>{' '}
											</>
										)}
										<ins>{shortened(to)}</ins>
									</dd>
								</div>
							))}
						</dl>
					)}
				</li>
			))}
		</ol>
	)
}

const shortened = (value: string): string =>
	value.length > VALUE_LENGTH_MAX ? `${cutText(value, VALUE_LENGTH_MAX).trimEnd()} …` : value
