import { DateTime, type Locale } from '@/components/layout/date-time'
import styles from './account.module.css'

export type Passkey = { id: string; name: string; createdAt: Date; lastUsedAt: Date | null }

/** A passkey with its forms to rename and to remove it. */
export function PasskeyRow({ passkey, locale }: { passkey: Passkey; locale: Locale }) {
	const { id, name, createdAt, lastUsedAt } = passkey
	const fieldId = `passkey-${id}`
	return (
		<li className={styles.row}>
			<p>
				<span className={styles.name} dir="auto">
					{name}
				</span>{' '}
				<span className={styles.facts}>
					passkey since <DateTime at={createdAt} locale={locale} />
					{lastUsedAt && (
						<>
							, last used <DateTime at={lastUsedAt} locale={locale} />
						</>
					)}
				</span>
			</p>
			<details className={styles.details}>
				<summary aria-label={`Change ${name}`}>Change</summary>
				<form className="form" method="post" action="/account/passkeys/change">
					<input type="hidden" name="id" value={id} />
					<div className="form-field">
						<label htmlFor={fieldId}>Name</label>
						<input id={fieldId} name="name" type="text" dir="auto" defaultValue={name} maxLength={60} />
					</div>
					<p className={styles.buttons}>
						<button type="submit" name="change" value="rename" className="form-quiet">
							Rename
						</button>{' '}
						<button type="submit" name="change" value="remove" className="form-quiet">
							Remove
						</button>
					</p>
				</form>
			</details>
		</li>
	)
}
