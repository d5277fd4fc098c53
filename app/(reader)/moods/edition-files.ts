import { NO_PERIOD } from '@/app/(reader)/overrides'
import { jsonFile } from '@/app/(reader)/story-data/story-data'
import { isEditionWeek, type MoodEdition, moodEdition } from '@/domain/mood-edition/edition'
import type { MoodCounts } from '@/domain/mood-edition/week-counts'
import { csvLine } from '@/lib/csv'
import { MOODS } from '@/lib/moods'
import type { ResponseOverride } from '@/lib/request-context'
import { absoluteUrl } from '@/lib/site-url'
import { EDITION_STORIES_MAX, EDITION_VOTES_MIN } from '@/lib/vote-rules'
import type { FileRoute, RenderedFile } from '@/server/rendered-files'

/** A week of the mood edition as data: the rows of its page. */
export const EDITION_ROUTES: FileRoute[] = [
	{ path: /^\/moods\/(\d{4}-\d{2}-\d{2})\.csv$/, render: ([week]) => fileOf(week, csvFile) },
	{
		path: /^\/moods\/(\d{4}-\d{2}-\d{2})\.json$/,
		render: ([week]) => fileOf(week, (edition) => jsonFile(dataOf(edition))),
	},
]

async function fileOf(
	week = '',
	write: (edition: MoodEdition) => RenderedFile,
): Promise<RenderedFile | ResponseOverride> {
	if (!(await isEditionWeek(week))) return NO_PERIOD
	return write(await moodEdition(week))
}

/** Rows of stories add up with those of other stories to the row of all. */
function csvFile({ total, sections }: MoodEdition): RenderedFile {
	const numbers = ({ moods, votes, waiting, discarded }: MoodCounts) => [
		...MOODS.map((mood) => moods[mood]),
		...[votes, waiting, discarded],
	]
	const rows = sections.flatMap(({ section, stories, others }) => [
		...stories.map((story) => [
			...['story', section?.slug ?? '', absoluteUrl(`/news/${story.slug}`), story.headline],
			...numbers(story),
		]),
		['others', section?.slug ?? '', '', '', ...numbers(others)],
	])
	const head = ['row', 'section', 'address', 'headline', ...MOODS, 'votes', 'waiting', 'discarded']
	const lines = [head, ...rows, ['all', '', '', '', ...numbers(total)]]
	const text = lines.map((fields) => csvLine(fields.map(String))).join('')
	return { type: 'text/csv; charset=utf-8', text }
}

const dataOf = ({ week, total, sections, countedAt }: MoodEdition) => ({
	week,
	countedAt: countedAt.toISOString(),
	minimumVotes: EDITION_VOTES_MIN,
	storiesPerSection: EDITION_STORIES_MAX,
	total,
	sections: sections.map(({ section, stories, others, ...counts }) => ({
		section: section && { ...section, url: absoluteUrl(`/sections/${section.slug}`) },
		...counts,
		stories: stories.map(({ id: _, slug, ...story }) => ({ url: absoluteUrl(`/news/${slug}`), ...story })),
		others,
	})),
})
