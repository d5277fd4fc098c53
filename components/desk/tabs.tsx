import styles from './desk.module.css'

type Props = {
	/** Accessible name of the navigation. */
	label: string
	tabs: { href: string; name: string; isCurrent: boolean }[]
}

/** Links to the parts of a screen, of which one is shown. */
export function Tabs({ label, tabs }: Props) {
	return (
		<nav className={styles.tabs} aria-label={label}>
			<ul>
				{tabs.map(({ href, name, isCurrent }) => (
					<li key={href}>
						<a href={href} aria-current={isCurrent ? 'page' : undefined}>
							{name}
						</a>
					</li>
				))}
			</ul>
		</nav>
	)
}
