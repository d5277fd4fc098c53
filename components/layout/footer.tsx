import type { ReactNode } from 'react'
import type { LabelledLink } from '@/domain/settings'
import type { MenuLink } from '@/lib/menu'
import { messages } from '@/lib/messages/messages'
import { READING_LIST_PATH } from '@/lib/reading-list-path'
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
	const { page: words, lists } = messages()
	return (
		<footer className={styles.footer}>
			<div className={styles.inner}>
				<p className={styles.name}>
					<a href="/" dir="auto">
						{site.siteName}
					</a>
				</p>
				{site.tagline && (
					<p>
						<bdi>{site.tagline}</bdi>
					</p>
				)}
				<nav aria-label={words.atTheFoot}>
					<ul className={styles.links}>
						{menu.map(({ href, label }) => (
							<li key={`${href} ${label}`}>
								<a href={href} dir="auto">
									{label}
								</a>
							</li>
						))}
						<li>
							<a href="/search">{words.search}</a>
						</li>
						<li>
							<a href="/archive">{lists.archive}</a>
						</li>
						<li>
							<a href="/most">{lists.readers}</a>
						</li>
						<li>
							<a href="/follow">{words.follow}</a>
						</li>
						<li>
							<a href="/corrections">{words.corrections}</a>
						</li>
						<li>
							<a href={READING_LIST_PATH}>{messages().saving.readingList}</a>
						</li>
						<li>
							<a href="/stored-data">{messages().storedData.title}</a>
						</li>
						<li>
							<a href="/transparency">{messages().transparency.title}</a>
						</li>
						<li>
							<a href="/accessibility">{messages().accessibility.title}</a>
						</li>
						<li>{account}</li>
						<li>
							<a href="#content">{words.backToTop}</a>
						</li>
					</ul>
				</nav>
				{site.socialLinks.length > 0 && (
					<SocialLinks links={site.socialLinks} className={styles.links} label={words.elsewhere} />
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
