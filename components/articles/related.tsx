import type { RelatedStory } from '@/domain/related/related'
import { messages } from '@/lib/messages/messages'
import styles from './foot.module.css'
import { StoryLink } from './story-link'

/** Headlines of related stories, below a story. */
export function Related({ stories }: { stories: RelatedStory[] }) {
	if (stories.length === 0) return null
	return (
		<nav className={styles.more} aria-labelledby="related">
			<h2 id="related" className={styles.label}>
				{messages().lists.related}
			</h2>
			<ul>
				{stories.map((story) => (
					<li key={story.slug}>
						<StoryLink story={story} />
						{story.yearsOld > 0 && <> · {messages().reading.yearsOld(story.yearsOld)}</>}
					</li>
				))}
			</ul>
		</nav>
	)
}
