import deskStyles from '@/components/desk/desk.module.css'
import { deskDay, deskTime, type Locale } from '@/components/desk/desk-time'
import type { StoryRow } from '@/domain/articles/stories'
import { SelectStory } from './select-story'
import styles from './stories.module.css'
import { StoryState } from './story-state'

/**
 * Stories as a table, as cards on a phone. Text of either direction is aligned to the start of its column.
 */
export function StoryList({ stories, locale }: { stories: StoryRow[]; locale: Locale }) {
	return (
		<table className={styles.list}>
			<thead>
				<tr>
					<th scope="col">
						<span className={deskStyles.hidden}>Select</span>
					</th>
					<th scope="col">Headline</th>
					<th scope="col">State</th>
					<th scope="col">Section</th>
					<th scope="col">Authors</th>
					<th scope="col">Last saved</th>
				</tr>
			</thead>
			<tbody>
				{stories.map((story) => (
					<tr key={story.id}>
						<td className={styles.selectCell}>
							<SelectStory id={story.id} headline={story.headline} />
						</td>
						<th scope="row" className={styles.headlineCell}>
							<a href={`/desk/stories/${story.id}`}>
								<bdi>{story.headline}</bdi>
							</a>
						</th>
						<td>
							<StoryState {...story} locale={locale} />
							<Dates story={story} locale={locale} />
						</td>
						<td>
							{story.section ? <bdi>{story.section}</bdi> : <span className={styles.none}>No section</span>}
						</td>
						<td>
							{story.bylines.length > 0 ? (
								<bdi>{story.bylines.join(', ')}</bdi>
							) : (
								<span className={styles.none}>No author</span>
							)}
							{story.assignee && (
								<span className={besides}>
									Assigned to <bdi>{story.assignee}</bdi>
								</span>
							)}
						</td>
						<td className={styles.time}>
							<time dateTime={story.savedAt.toISOString()}>{deskTime(story.savedAt, locale)}</time>
						</td>
					</tr>
				))}
			</tbody>
		</table>
	)
}

const besides = `${deskStyles.soft} ${styles.besides}`

/** Deadline and planned day of a story before its publication. */
function Dates({ story: { state, dueAt, plannedAt }, locale }: { story: StoryRow; locale: Locale }) {
	if (state === 'live' || state === 'withdrawn') return null
	const overdue = dueAt !== null && dueAt < new Date()
	return (
		<>
			{dueAt && (
				<span className={besides} data-overdue={overdue || undefined}>
					{overdue ? 'Overdue since' : 'Due'} {deskTime(dueAt, locale)}
				</span>
			)}
			{plannedAt && <span className={besides}>Planned for {deskDay(plannedAt, locale)}</span>}
		</>
	)
}
