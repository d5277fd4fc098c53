import type { Format } from '../format'

/** Words of the page that shows how the votes of a story are counted. */
export const counts = ({ number, plural }: Format<'en'>) => ({
	link: 'How this is counted',
	title: 'How the votes are counted',
	titleOf: (headline: string) => `Votes on “${headline}”`,
	lead: 'Moods and ratings of this story by time, what was set aside, and why.',
	few: (min: number) =>
		`The story has fewer than ${number(min)} votes so far. A list of them by time could tell of a single reader.`,
	byTime: 'Votes by time',
	moodsOverTime: 'Moods over time',
	asTable: 'All counts as a table',
	download: 'Download as CSV',
	setAside: 'Set aside',
	/** Columns of the table. */
	period: 'Time',
	moodVotes: 'Moods counted',
	ratings: 'Ratings counted',
	countedLater: 'Of these, set aside first',
	waiting: 'Set aside, waiting',
	discarded: 'Discarded',
	sum: 'All',
	votes: (count: number) => number(count),
	rules: 'The rules',
	oneVote: 'A reader has one mood and one rating a story, and can change them and take them back.',
	network: (newReaders: number, known: number) =>
		`Readers of one office, school or mobile network share an address. Of each network, ${number(newReaders)} new readers and ${number(known)} known ones count at once on a story and day. Further votes are set aside: stored, but not counted.`,
	back: (wait: string) =>
		`A vote that was set aside counts when its reader comes back after ${wait}, or when an editor releases it. An editor may discard votes that no readers have cast.`,
	noAddress: 'The address of a network is never stored.',
	joined: (min: number) =>
		`Times with fewer than ${number(min)} votes are joined, so that no count tells of a single reader.`,
	decisions: 'Decisions of editors',
	released: (count: number) =>
		plural(count, {
			one: '# vote that was set aside was counted.',
			other: '# votes that were set aside were counted.',
		}),
	wereDiscarded: (count: number) =>
		plural(count, { one: '# vote was discarded.', other: '# votes were discarded.' }),
	edition: 'The mood edition',
	editionLead: 'What readers felt, week by week: the moods of all stories, by section and story.',
	weekOf: (day: string) => `Week of ${day}`,
	weeks: 'Weeks',
	noVotes: 'No moods were given in this week.',
	story: 'Story',
	otherStories: 'Other stories',
	noSection: 'No longer on the site',
	editionRule: (min: number, max: number) =>
		`A section names its ${number(max)} stories with most votes, from ${number(min)} votes on; votes on others are in one row. A reader who changes a mood counts in the week of the change. Votes that were set aside are not in the moods.`,
	asJson: 'Download as JSON',
	previousWeek: 'The week before',
	nextWeek: 'The next week',
	undone: <T>(at: T) => ['Undone on ', at, '.'],
})
export type CountsMessages = ReturnType<typeof counts>
