import type { TagName } from '@/domain/articles/views'
import { messages } from '@/lib/messages/messages'
import styles from './foot.module.css'

export function Tags({ tags }: { tags: TagName[] }) {
	if (tags.length === 0) return null
	return (
		<ul className={styles.tags} aria-label={messages().article.tags}>
			{tags.map(({ slug, name }) => (
				<li key={slug}>
					<a rel="tag" href={`/tags/${slug}`} dir="auto">
						{name}
					</a>
				</li>
			))}
		</ul>
	)
}
