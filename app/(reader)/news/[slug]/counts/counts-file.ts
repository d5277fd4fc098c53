import { answerMachines } from '@/app/(reader)/answer-machines'
import { findStoryCounts } from '@/domain/votes/story-counts'
import { csvLine } from '@/lib/csv'
import { MOODS } from '@/lib/moods'
import type { ResponseOverride } from '@/lib/request-context'
import type { FileRoute, RenderedFile } from '@/server/rendered-files'
import { countsOverride } from './counts-override'

const COLUMNS = ['mood_votes', 'ratings', 'counted_later', 'waiting', 'discarded']

/** The counts of a story as CSV: the periods of its page, with their local starts, and the sum. */
export const COUNTS_ROUTES: FileRoute[] = [
	{ path: /^\/news\/([^/]+)\/counts\.csv$/, render: ([slug = '']) => countsFile(slug) },
]

async function countsFile(slug: string): Promise<RenderedFile | ResponseOverride> {
	const override = await countsOverride(slug, '.csv')
	if (override) return override
	const view = await findStoryCounts(slug)
	if (view.kind !== 'live') throw new Error(`The story ${slug} left while its counts were read.`)
	await answerMachines(view.machines)
	const { periods, total } = view.counts
	const rows = [...periods, { from: 'sum', to: 'sum', ...total }]
	const lines = rows.map(({ from, to, moods, ...votes }) => [
		...[from, to, ...MOODS.map((mood) => moods[mood])],
		...[votes.moodVotes, votes.ratings, votes.countedLater, votes.waiting, votes.discarded],
	])
	const head = ['from', 'to', ...MOODS, ...COLUMNS]
	const text = [head, ...lines].map((fields) => csvLine(fields.map(String))).join('')
	return { type: 'text/csv; charset=utf-8', text }
}
