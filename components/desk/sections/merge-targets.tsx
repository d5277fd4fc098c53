import type { DeskSection } from '@/domain/desk-sections'
import styles from './sections.module.css'

type Props = { section: { id: number; name: string }; targets: DeskSection[] }

export function MergeTargets({ section, targets }: Props) {
	if (targets.length === 0)
		return <p className={styles.soft}>There is no other section in the menu to merge it into.</p>
	return (
		<nav aria-label={`Merge ${section.name} into`} className={styles.targets}>
			<p>Into which section? The next page tells what will happen before anything does.</p>
			<ul className={styles.list}>
				{targets.map(({ id, name }) => (
					<li key={id}>
						<a href={`/desk/sections/${section.id}/merge?into=${id}`} className={styles.name} dir="auto">
							{name}
						</a>
					</li>
				))}
			</ul>
		</nav>
	)
}
