import { and, asc, eq, gte, isNotNull, isNull, lt } from 'drizzle-orm'
import { readDb } from '@/db'
import { articles, revisions } from '@/db/schema'
import { authorize, can, type Viewer } from '../permissions'
import { publicationOf, type StoryState } from './publication'
import { isOf } from './story-filter'

/** A date of a story: its deadline, its planned day, or its scheduled or past publication. */
export type CalendarEntry = {
	storyId: number
	headline: string
	state: StoryState
	kind: 'due' | 'planned' | 'scheduled' | 'published'
	at: Date
}

/** Entries of each kind in one month. */
const ENTRIES_MAX = 500

/** The dates of stories within a period, in order: of all for editors, of their own for others. */
export async function listCalendar(viewer: Viewer, from: Date, until: Date): Promise<CalendarEntry[]> {
	authorize(viewer, 'write stories')
	const own = can(viewer, 'edit any story') ? undefined : isOf(viewer.person.id)
	const entries: CalendarEntry[] = []
	for (const column of ['dueAt', 'plannedAt', 'publishAt'] as const) {
		const date = articles[column]
		const isShown =
			column === 'publishAt'
				? and(isNotNull(articles.publishedRevisionId), isNull(articles.withdrawnAt))
				: isNotNull(date)
		const rows = await readDb()
			.select({ article: articles, headline: revisions.headline })
			.from(articles)
			.innerJoin(revisions, eq(revisions.id, articles.headRevisionId))
			.where(and(isShown, isNull(articles.deletedAt), gte(date, from), lt(date, until), own))
			.orderBy(asc(date))
			.limit(ENTRIES_MAX)
		for (const { article, headline } of rows) {
			const { state } = publicationOf(article)
			const kind = KINDS[column] ?? (state === 'scheduled' ? 'scheduled' : 'published')
			// Of a public story the deadline and the plan are history.
			if (column !== 'publishAt' && (state === 'live' || state === 'withdrawn')) continue
			entries.push({ storyId: article.id, headline, state, kind, at: article[column] ?? from })
		}
	}
	return entries.sort((one, other) => one.at.getTime() - other.at.getTime())
}

const KINDS: Record<string, CalendarEntry['kind'] | undefined> = { dueAt: 'due', plannedAt: 'planned' }
