import type { ReactNode } from 'react'
import { SiteName } from '@/components/layout/site-name'
import type { Logo } from '@/domain/settings'
import styles from './desk.module.css'

type Props = {
	site: { siteName: string; logo: Logo | null }
	person: string
	nav: ReactNode
	children: ReactNode
}

/** The desk has no catalogue: its words are English and run left to right, also on a site in Arabic. */
const ENGLISH = { lang: 'en', dir: 'ltr' }

/** Frame of every desk page: skip link, header, navigation. */
export function DeskFrame({ site, person, nav, children }: Props) {
	return (
		<div className={styles.desk} {...ENGLISH}>
			<a className={styles.skip} href="#content">
				Skip to the content
			</a>
			<header className={styles.bar}>
				<p className={styles.site} dir="auto">
					<a href="/desk">
						<SiteName site={site} />
					</a>
				</p>
				{nav}
				<div className={styles.who}>
					<a href="/">View site</a>
					<a href="/desk/profile" className={styles.name} dir="auto">
						{person}
					</a>
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

type HeadProps = {
	title: string
	/** Headline of the story that the page is about. */
	headline?: string
	children?: ReactNode
}

/** Title of a page, with links to others. */
export function PageHead({ title, headline, children }: HeadProps) {
	return (
		<div className={styles.head}>
			<h1>{title}</h1>
			{children}
			{headline && (
				<p className={styles.headline} dir="auto">
					{headline}
				</p>
			)}
		</div>
	)
}

/** Placeholder of an empty list: its purpose and the next step. */
export function Empty({ title, children }: { title: string; children: ReactNode }) {
	return (
		<div className={styles.empty}>
			<h2>{title}</h2>
			{children}
		</div>
	)
}
