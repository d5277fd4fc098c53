import type { ReactNode } from 'react'
import styles from './desk.module.css'

type Props = { siteName: string; person: string; nav: ReactNode; children: ReactNode }

/** What stands around every page of the desk. */
export function DeskFrame({ siteName, person, nav, children }: Props) {
	return (
		<div className={styles.desk}>
			<a className={styles.skip} href="#content">
				Skip to the content
			</a>
			<header className={styles.bar}>
				<p className={styles.site} dir="auto">
					<a href="/desk">{siteName}</a>
				</p>
				{nav}
				<div className={styles.who}>
					<a href="/">View site</a>
					<span className={styles.name} dir="auto">
						{person}
					</span>
					<form method="post" action="/sign-out">
						<button type="submit">Sign out</button>
					</form>
				</div>
			</header>
			<main id="content" className={styles.main}>
				{children}
			</main>
		</div>
	)
}

export function PageHead({ title, children }: { title: string; children?: ReactNode }) {
	return (
		<div className={styles.head}>
			<h1>{title}</h1>
			{children}
		</div>
	)
}

/** In place of a list that holds nothing yet: what it is for, and the way on. */
export function Empty({ title, children }: { title: string; children: ReactNode }) {
	return (
		<div className={styles.empty}>
			<h2>{title}</h2>
			{children}
		</div>
	)
}
