import type { CommentState } from '@/domain/comments/decide'
import styles from './comments.module.css'

const LISTS: { state: CommentState; name: string; href: string }[] = [
	{ state: 'waiting', name: 'Waiting', href: '/desk/comments' },
	{ state: 'approved', name: 'Approved', href: '/desk/comments?show=approved' },
	{ state: 'rejected', name: 'Rejected', href: '/desk/comments?show=rejected' },
]

/** The lists of comments by what was decided on them. */
export function CommentFilter({ shown }: { shown: CommentState }) {
	return (
		<nav aria-label="Comments by state">
			<ul className={styles.filter}>
				{LISTS.map(({ state, name, href }) => (
					<li key={state}>
						<a href={href} aria-current={state === shown ? 'page' : undefined}>
							{name}
						</a>
					</li>
				))}
			</ul>
		</nav>
	)
}
