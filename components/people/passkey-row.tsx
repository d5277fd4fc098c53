import { DateTime, type Locale } from '@/components/layout/date-time'
import { phrase } from '@/components/layout/phrase'
import { messages } from '@/lib/messages/messages'
import styles from './account.module.css'

export type Passkey = { id: string; name: string; createdAt: Date; lastUsedAt: Date | null }

/** A passkey with its forms to rename and to remove it. */
export function PasskeyRow({ passkey, locale }: { passkey: Passkey; locale: Locale }) {
	const { id, name, createdAt, lastUsedAt } = passkey
	const words = messages().account
	const since = <DateTime at={createdAt} locale={locale} />
	const fieldId = `passkey-${id}`
	return (
		<li className={styles.row}>
			<p>
				<span className={styles.name} dir="auto">
					{name}
				</span>{' '}
				<span className={styles.facts}>
					{phrase(
						lastUsedAt
							? words.passkeyUsed(since, <DateTime at={lastUsedAt} locale={locale} />)
							: words.passkeySince(since),
					)}
				</span>
			</p>
			<details className={styles.details}>
				<summary aria-label={words.changeOf(name)}>{words.change}</summary>
				<form className="form" method="post" action="/account/passkeys/change">
					<input type="hidden" name="id" value={id} />
					<div className="form-field">
						<label htmlFor={fieldId}>{words.name}</label>
						<input id={fieldId} name="name" type="text" dir="auto" defaultValue={name} maxLength={60} />
					</div>
					<p className={styles.buttons}>
						<button type="submit" name="change" value="rename" className="form-quiet">
							{words.rename}
						</button>{' '}
						<button type="submit" name="change" value="remove" className="form-quiet">
							{words.remove}
						</button>
					</p>
				</form>
			</details>
		</li>
	)
}
