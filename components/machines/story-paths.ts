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
const FULL_TEXTS = ['/api/stories', '/feed.', '/sections/*/feed.', '/tags/*/feed.', '/people/*/feed.']

/** Stories with answers of their own, and the files in which they may be. */
export function exceptionsOf({ site, stories }: MachinePolicy): Exception[] {
	const together = strictest([site, ...stories.map(({ answers }) => answers)])
	return [
		...stories.map(({ path, answers }: StoryAnswers) => ({ patterns: storyPatterns(path), answers })),
		...(sameAnswers(together, site) ? [] : [{ patterns: FULL_TEXTS, answers: together }]),
	]
}

/**
 * Matches a story's address, with a query or an extension, and those below it, and no story that begins with the same
 * words.
 */
const storyPatterns = (path: string): string[] => ['$', '?', '.', '/'].map((end) => path + end)

/** For each use the answer that permits least. */
function strictest(all: readonly MachineAnswers[]): MachineAnswers {
	const isAny = (use: (typeof MACHINE_USES)[number], answer: string) =>
		all.some((each) => each[use] === answer)
	return answersOf((use) => {
		if (all.every((answers) => permits(answers, use))) return 'yes'
		return isAny(use, 'no') ? 'no' : 'licence'
	})
}
