import type { ReactNode } from 'react'
import styles from './work-panel.module.css'

/** A story's data beside its text, such as notes; each group has forms of its own. */
export function WorkPanel({ children }: { children: ReactNode }) {
	return <div className={styles.work}>{children}</div>
}

export function WorkGroup({ id, title, children }: { id: string; title: string; children: ReactNode }) {
	return (
		<section className={styles.group} aria-labelledby={id}>
			<h2 id={id} tabIndex={-1}>
				{title}
			</h2>
			{children}
		</section>
	)
}
