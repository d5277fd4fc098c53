import type { ReactNode } from 'react'
import type { LabelledLink } from '@/domain/settings'
import type { MenuLink } from '@/lib/menu'
import { Appearance } from './appearance'
import styles from './footer.module.css'
import { SocialLinks } from './social-links'

type Props = {
	site: { siteName: string; tagline: string; footerText: string; socialLinks: LabelledLink[] }
	menu: MenuLink[]
	/** Link to the account or the sign-in page. */
	account: ReactNode
	/** Path of the page, to return to after changing the appearance. */
	back: string
}

export function Footer({ site, menu, account, back }: Props) {
	return (
		<footer className={styles.footer}>
			<div className={styles.inner}>
				<p className={styles.name} dir="auto">
					<a href="/">{site.siteName}</a>
				</p>
				{site.tagline && <p dir="auto">{site.tagline}</p>}
				<nav aria-label="At the foot of the page">
					<ul className={styles.links}>
						{menu.map(({ href, label }) => (
							<li key={`${href} ${label}`}>
								<a href={href} dir="auto">
									{label}
								</a>
							</li>
						))}
						<li>
							<a href="/search">Search</a>
						</li>
						<li>
							<a href="/archive">Archive</a>
						</li>
						<li>
							<a href="/most">What readers say</a>
						</li>
						<li>
							<a href="/follow">Follow</a>
						</li>
						<li>
							<a href="/corrections">Corrections</a>
						</li>
						<li>{account}</li>
						<li>
							<a href="#content">Back to the top</a>
						</li>
					</ul>
				</nav>
				{site.socialLinks.length > 0 && (
					<SocialLinks links={site.socialLinks} className={styles.links} label="Elsewhere" />
				)}
				{site.footerText && (
					<p className={styles.text} dir="auto">
						{site.footerText}
					</p>
				)}
				<Appearance back={back} />
			</div>
		</footer>
	)
}
