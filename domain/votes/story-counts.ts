import { eq } from 'drizzle-orm'
import { readDb } from '@/db'
import { revisions } from '@/db/schema'
import type { MachineAnswers } from '@/lib/machine-answers'
import { findLiveRow, type NoArticle } from '../articles/find-article'
import { languageOf } from '../articles/translations'
import { answersOfStory } from '../machines'
import { siteSettings } from '../settings'
import { countVotes, type VoteCounts } from './counts'
import { listVoteDecisions, type VoteDecision } from './decisions'

/** How the votes of a live story are counted. */
export type StoryCounts = {
	kind: 'live'
	slug: string
	headline: string
	language: string
	machines: MachineAnswers
	counts: VoteCounts
	/** The newest first. */
	decisions: VoteDecision[]
}

/** The counts of a live story, or the reason for its absence. */
export async function findStoryCounts(slug: string): Promise<StoryCounts | NoArticle> {
	const found = await findLiveRow(slug)
	if (found.kind !== 'live') return found
	const { row, revisionId } = found
	const settings = await siteSettings()
	const [revision] = await readDb()
		.select({ headline: revisions.headline })
		.from(revisions)
		.where(eq(revisions.id, revisionId))
	return {
		kind: 'live',
		slug: row.slug,
		headline: revision?.headline ?? '',
		language: languageOf(row, settings),
		machines: answersOfStory(row, settings),
		counts: await countVotes(row.id, settings.timeZone),
		decisions: await listVoteDecisions(row.id),
	}
}
