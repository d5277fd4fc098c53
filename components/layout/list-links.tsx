import styles from './list-links.module.css'

/** The lists of the site that no section has. */
const LISTS = [
	{ href: '/archive', label: 'By date' },
	{ href: '/tags', label: 'By subject' },
	{ href: '/people', label: 'By author' },
	{ href: '/series', label: 'Series' },
	{ href: '/most', label: 'By readers' },
	{ href: '/corrections', label: 'Corrections' },
]

/** Links between the lists, on each of them. */
export const ListLinks = ({ current }: { current: string }) => (
	<nav aria-label="Lists of stories" className={styles.links}>
		<ul>
			{LISTS.map(({ href, label }) => (
				<li key={href}>
					<a href={href} aria-current={href === current ? 'page' : undefined}>
						{label}
					</a>
				</li>
			))}
		</ul>
	</nav>
)
