import styles from './desk.module.css'

export type NavItem = { href: string; label: string; count?: string; countWords?: string }

export function NavList({ items, current }: { items: NavItem[]; current: string | null }) {
	return (
		<nav className={styles.nav} aria-label="Desk">
			<ul className={styles.menu}>
				{items.map(({ href, label, count, countWords }) => (
					<li key={href}>
						<a href={href} aria-current={href === current ? 'page' : undefined}>
							{label}
							{count && (
								<>
									<span className={styles.count} aria-hidden="true">
										{count}
									</span>
									<span className={styles.hidden}>, {countWords}</span>
								</>
							)}
						</a>
					</li>
				))}
			</ul>
		</nav>
	)
}
