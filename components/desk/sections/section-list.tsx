import type { SectionName } from '@/domain/articles/views'
import styles from './sections.module.css'

/** The sections in masthead order. */
export function SectionList({ sections }: { sections: SectionName[] }) {
	return (
		<ul className={styles.list} aria-label="Sections">
			{sections.map(({ slug, name }) => (
				<li key={slug}>
					<bdi className={styles.name}>{name}</bdi>
					<a href={`/sections/${slug}`}>/sections/{slug}</a>
				</li>
			))}
		</ul>
	)
}
