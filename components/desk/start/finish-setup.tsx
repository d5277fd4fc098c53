import styles from './start.module.css'

/** Reminder of open questions of the first run, on the first page of the desk. */
export function FinishSetup({ open }: { open: number }) {
	if (open === 0) return null
	return (
		<p className={styles.reminder}>
			<a href="/desk/start">Finish setting up</a>: {open === 1 ? '1 question is' : `${open} questions are`}{' '}
			open.
		</p>
	)
}
