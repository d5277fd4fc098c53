import type { DemoCounts } from '@/domain/demo/plan'

const WORDS: Record<keyof DemoCounts, [string, string]> = {
	stories: ['story', 'stories'],
	photographs: ['photograph', 'photographs'],
	people: ['author', 'authors'],
	sections: ['section', 'sections'],
	ads: ['advertisement', 'advertisements'],
}

export const counted = (number: number, [one, many]: readonly [string, string]): string =>
	`${number} ${number === 1 ? one : many}`

/** Such as “25 stories, 25 photographs and 1 advertisement”; kinds without a row are left out. */
export function countWords(counts: DemoCounts): string {
	const words = (Object.keys(WORDS) as (keyof DemoCounts)[])
		.filter((kind) => counts[kind] > 0)
		.map((kind) => counted(counts[kind], WORDS[kind]))
	const last = words.pop()
	return words.length > 0 ? `${words.join(', ')} and ${last}` : (last ?? 'nothing')
}

/** The kind of a row that stays. */
export const kindWord = (kind: keyof DemoCounts): string => WORDS[kind][0]
