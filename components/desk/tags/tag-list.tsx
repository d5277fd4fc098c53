import formStyles from '@/components/desk/form/form.module.css'
import photoStyles from '@/components/desk/photos/photos.module.css'
import styles from '@/components/desk/sections/sections.module.css'
import type { DeskTag } from '@/domain/tags'

export function TagFilter({ query }: { query: string }) {
	return (
		<search>
			<form method="get" action="/desk/tags" className={photoStyles.search} aria-label="Find tags">
				<div>
					<label htmlFor="tag-query">Find tags by their name</label>
					<input
						dir="auto"
						id="tag-query"
						type="search"
						name="query"
						defaultValue={query}
						className={formStyles.input}
					/>
				</div>
				<button type="submit" className={formStyles.plain}>
					Search
				</button>
			</form>
		</search>
	)
}

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
