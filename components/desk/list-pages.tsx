import styles from './desk.module.css'

type Link = { href: string; label: string }
type Props = { label: string; first: Link | null; next: Link | null }

/** Links to the first and the next page of a list that continues after a cursor. */
export function ListPages({ label, first, next }: Props) {
	if (!first && !next) return null
	return (
		<nav className={`${styles.links} ${styles.pages}`} aria-label={label}>
			{first && <a href={first.href}>{first.label}</a>}
			{next && (
				<a href={next.href} rel="next">
					{next.label}
				</a>
			)}
		</nav>
	)
}
