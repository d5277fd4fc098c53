import {
	answersOf,
	type MACHINE_USES,
	type MachineAnswers,
	type MachinePolicy,
	permits,
	type StoryAnswers,
	sameAnswers,
} from '@/lib/machine-answers'

/** Addresses, as patterns of RFC 9309, with answers other than those of the site. */
export type Exception = { patterns: string[]; answers: MachineAnswers }

/** Files that hold the full texts of several stories. */
const FULL_TEXTS = ['/feed.', '/sections/*/feed.', '/tags/*/feed.', '/people/*/feed.', '/series/*/feed.']

/** Stories with answers of their own, and the files in which they may be. */
export function exceptionsOf(policy: Pick<MachinePolicy, 'site' | 'stories'>): Exception[] {
	const together = fullTextAnswers(policy)
	return [
		...policy.stories.map((story) => ({ patterns: storyPatterns(story), answers: story.answers })),
		...(sameAnswers(together, policy.site) ? [] : [{ patterns: FULL_TEXTS, answers: together }]),
	]
}

/**
 * Matches a story's address, with a query or an extension, and those below it, and no story that begins with the same
 * words; and the story in the read API.
 */
const storyPatterns = ({ id, path }: StoryAnswers): string[] => [
	...['$', '?', '.', '/'].map((end) => path + end),
	...['$', '?'].map((end) => `/api/stories/${id}${end}`),
]

/** Answers of a file with the full texts of several stories: for each use the one that permits least. */
export function fullTextAnswers({ site, stories }: Pick<MachinePolicy, 'site' | 'stories'>): MachineAnswers {
	const all = [site, ...stories.map(({ answers }) => answers)]
	const isAny = (use: (typeof MACHINE_USES)[number], answer: string) =>
		all.some((each) => each[use] === answer)
	return answersOf((use) => {
		if (all.every((answers) => permits(answers, use))) return 'yes'
		return isAny(use, 'no') ? 'no' : 'licence'
	})
}
