import { messages } from '@/lib/messages/messages'
import styles from './list-links.module.css'

/** Links between the lists of the site that no section has, on each of them. */
export function ListLinks({ current }: { current: string }) {
	const { lists: words, page, counts, commentLists } = messages()
	const links = [
		{ href: '/archive', label: words.byDate },
		{ href: '/tags', label: words.bySubject },
		{ href: '/people', label: words.byAuthor },
		{ href: '/series', label: words.series },
		{ href: '/most', label: words.byReaders },
		{ href: '/comments', label: commentLists.titles.latest },
		{ href: '/moods', label: counts.edition },
		{ href: '/corrections', label: page.corrections },
	]
	return (
		<nav aria-label={words.allLists} className={styles.links}>
			<ul>
				{links.map(({ href, label }) => (
					<li key={href}>
						<a href={href} aria-current={href === current ? 'page' : undefined}>
							{label}
						</a>
					</li>
				))}
			</ul>
		</nav>
	)
}
