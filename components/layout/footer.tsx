import type { ReactNode } from 'react'
import type { SectionName } from '@/domain/articles/views'
import { Appearance } from './appearance'
import styles from './footer.module.css'

type Props = {
	site: { siteName: string; tagline: string }
	sections: SectionName[]
	/** Link to the account or the sign-in page. */
	account: ReactNode
	/** Path of the page, to return to after changing the appearance. */
	back: string
}

export function Footer({ site, sections, account, back }: Props) {
	return (
		<footer className={styles.footer}>
			<div className={styles.inner}>
				<p className={styles.name} dir="auto">
					<a href="/">{site.siteName}</a>
				</p>
				{site.tagline && <p dir="auto">{site.tagline}</p>}
				<nav aria-label="At the foot of the page">
					<ul className={styles.links}>
						{sections.map(({ slug, name }) => (
							<li key={slug}>
								<a href={`/sections/${slug}`} dir="auto">
									{name}
								</a>
							</li>
						))}
						<li>
							<a href="/corrections">Corrections</a>
						</li>
						<li>{account}</li>
						<li>
							<a href="#content">Back to the top</a>
						</li>
					</ul>
				</nav>
				<Appearance back={back} />
			</div>
		</footer>
	)
}
