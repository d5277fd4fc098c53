import { FilterForm, FilterWords } from '@/components/desk/form/filter-form'
import styles from '@/components/desk/sections/sections.module.css'
import type { DeskTag } from '@/domain/tags'

export const TagFilter = ({ query }: { query: string }) => (
	<FilterForm action="/desk/tags" label="Find tags" button="Search" all={query ? '/desk/tags' : null}>
		<FilterWords name="query" label="Find tags by their name" value={query} />
	</FilterForm>
)

/** Tags by name, with the address of those that readers can open. */
export function TagList({ tags }: { tags: DeskTag[] }) {
	return (
		<ul className={styles.list} aria-label="Tags">
			{tags.map(({ id, slug, name, live }) => (
				<li key={id}>
					<div className={styles.about}>
						<a href={`/desk/tags/${id}`} className={styles.name} dir="auto">
							{name}
						</a>
						<p>
							{live > 0 && <a href={`/tags/${slug}`}>/tags/{slug}</a>}
							<span>{storiesWords(live)}</span>
						</p>
					</div>
				</li>
			))}
		</ul>
	)
}

function storiesWords(live: number): string {
	if (live === 0) return 'Not in a live story'
	return live === 1 ? '1 live story' : `${live} live stories`
}
