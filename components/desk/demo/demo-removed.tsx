import type { DemoRemoval } from '@/domain/demo/remove'
import { countWords } from './count-words'
import styles from './demo.module.css'

/** The result of the last removal, or that there is no demo edition. */
export function DemoRemoved({ removal }: { removal: DemoRemoval | null }) {
	return (
		<div className={styles.page}>
			<p>{removal ? `Removed: ${countWords(removal.removed)}.` : 'This site has no demo edition.'}</p>
			{removal && removal.kept.length > 0 && (
				<section aria-labelledby="kept-heading">
					<h2 id="kept-heading">Kept, and yours now</h2>
					<ul className={styles.items}>
						{removal.kept.map((name) => (
							<li key={name} dir="auto">
								{name}
							</li>
						))}
					</ul>
				</section>
			)}
			<p>
				<a href="/desk/stories/new">Write a story</a>
			</p>
		</div>
	)
}
