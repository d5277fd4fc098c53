import type { ReactNode } from 'react'
import type { Logo } from '@/domain/settings'
import type { MenuLink } from '@/lib/menu'
import { messages } from '@/lib/messages/messages'
import { toLocalDateTime } from '@/lib/time-zone'
import { day, type Locale, weekday } from './date-time'
import styles from './masthead.module.css'
import { SiteName } from './site-name'

type Props = {
	site: { siteName: string; tagline: string; logo: Logo | null } & Locale
	menu: MenuLink[]
	/** Link to the account or the sign-in page. */
	account: ReactNode
	/** Date of the edition; given on the front page, which prints the site's name large. */
	edition?: Date
	/** Slug of the current section. */
	current?: string
}

export function Masthead({ site, menu, account, edition, current }: Props) {
	const Name = edition ? 'h1' : 'p'
	const words = messages().page
	return (
		<header className={`${styles.masthead} ${edition ? styles.front : ''}`.trimEnd()}>
			<a className={styles.skip} href="#content">
				{words.skip}
			</a>
			<div className={styles.title}>
				{edition && (
					<p className={styles.edition}>
						<span>{words.weekdayBefore(weekday(edition, site))}</span>
						<time dateTime={toLocalDateTime(edition, site.timeZone).slice(0, 10)}>{day(edition, site)}</time>
					</p>
				)}
				<Name className={styles.name} dir="auto">
					<a href="/">
						<SiteName site={site} />
					</a>
				</Name>
				<div className={styles.tools}>
					<a href="/search">{words.search}</a> {account}
				</div>
				{edition && site.tagline && (
					<p className={styles.tagline} dir="auto">
						{site.tagline}
					</p>
				)}
			</div>
			{menu.length > 0 && <Menu menu={menu} current={current} />}
		</header>
	)
}

function Menu({ menu, current }: Pick<Props, 'menu' | 'current'>) {
	return (
		<nav className={styles.menu} aria-label={messages().page.sections}>
			<ul>
				{menu.map(({ href, label }) => (
					<li key={`${href} ${label}`}>
						<a href={href} aria-current={href === `/sections/${current}` ? 'page' : undefined} dir="auto">
							{label}
						</a>
					</li>
				))}
			</ul>
		</nav>
	)
}
