import styles from './desk.module.css'
import formStyles from './form/form.module.css'

/** Hidden fields and choices, left out because their values were not typed. */
const HIDDEN_FIELDS =
	/^(story|baseRevisionId|number|publication|then|minor|ad|show|query|past|comment|undo|approved|rejected|waiting|decision|selected)$/

/** A map, because a forged field name such as `constructor` is a member of every object. */
const LABELS = new Map([
	['bodyText', 'Text of the story'],
	['heroPhotoId', 'Lead photograph'],
])

/** The typed values of a form whose session had ended, to be copied after signing in again. */
export function UnsavedForm({ values }: { values: Record<string, string> }) {
	const typed = Object.entries(values).filter(([name, value]) => value && !HIDDEN_FIELDS.test(name))
	return (
		<main className={`${styles.desk} ${styles.main}`}>
			<h1 className={styles.unsavedTitle}>You are signed out, and your words are here</h1>
			<p className={styles.lead}>
				Nothing was saved.{' '}
				<a href="/sign-in?next=/desk" target="_blank" rel="noopener">
					Sign in in a new tab
				</a>
				, open the page again there, and copy over from here what you had written.
			</p>
			<div className={formStyles.form}>
				{typed.map(([name, value]) => (
					<div key={name} className={formStyles.field}>
						<label htmlFor={`unsaved-${name}`} className={formStyles.label}>
							{LABELS.get(name) ?? name.charAt(0).toUpperCase() + name.slice(1)}
						</label>
						<textarea
							dir="auto"
							id={`unsaved-${name}`}
							className={formStyles.input}
							defaultValue={value}
							readOnly
						/>
					</div>
				))}
			</div>
		</main>
	)
}
