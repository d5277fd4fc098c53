import type { ReaderList } from '@/lib/reader-lists'
import type { Format } from '../format'

/** Words of the archive, of lists by subject, author, series and readers, and of the help on a 404 page. */
export const lists = ({ number, decimal, plural }: Format<'en'>) => ({
	archive: 'Archive',
	archiveDescription: 'All stories by year, month and day.',
	stories: (count: number) => plural(count, { one: '# story', other: '# stories' }),
	since: (stories: string, year: string) => `${stories} since ${year}, by the date of their publication.`,
	noStories: 'The first story is still being written.',
	publishedIn: (period: string) => `Stories by the date of their publication: ${period}.`,
	emptyPeriod: (period: string) => `No story was published in ${period}.`,
	emptyDay: (day: string) => `No story was published on ${day}.`,
	daysOf: (month: string) => `Days of ${month}`,
	earlier: (period: string) => `Earlier: ${period}`,
	later: (period: string) => `Later: ${period}`,
	earlierAndLater: 'Earlier and later',
	allLists: 'Lists of stories',
	byDate: 'By date',
	bySubject: 'By subject',
	byAuthor: 'By author',
	byReaders: 'By readers',
	subjects: 'Subjects',
	subjectsLead: 'What our stories are about, by name.',
	noSubjects: 'No story has a subject yet.',
	authors: 'Authors',
	authorsLead: 'Everybody who has written here, by name.',
	noAuthors: 'No story has an author yet.',
	series: 'Series',
	seriesLead: 'Stories that appear in parts, the one with the newest part first.',
	noSeries: 'No story has appeared in parts yet.',
	seriesInOrder: (name: string) => `The series “${name}” in order.`,
	partsUntil: (parts: number, day: string) =>
		plural(parts, { one: `# part, on ${day}`, other: `# parts, the last on ${day}` }),
	part: (part: number, last: number) => `Part ${number(part)} of ${number(last)}`,
	/** Follows the name of the series. */
	afterName: (place: string) => `: ${place}`,
	partBefore: (part: number) => `Before it, part ${number(part)}: `,
	partAfter: (part: number) => `Read on, part ${number(part)}: `,
	pagesOf: (title: string) => `Pages of: ${title}`,
	related: 'Related stories',
	readers: 'What readers say',
	readersLead: 'Stories by the comments, stars and moods that readers gave them.',
	readerLists: 'Lists by readers',
	titles: {
		discussed: 'Most discussed this week',
		rated: 'Best rated this month',
		happy: 'Happiest this week',
		sad: 'Saddest this week',
		excited: 'Most exciting this week',
		sleepy: 'Sleepiest this week',
		angry: 'Angriest this week',
		surprise: 'Most surprising this week',
	} satisfies Record<ReaderList, string>,
	moodRule: (mood: string, days: number, votes: number) =>
		`Stories by their share of “${mood}” among the votes of the last ${number(days)} days, from ${number(votes)} votes on and above the share of all stories together. Few votes can be chance, so the order is by the share that a story has at least, with 95% confidence (the lower bound of Wilson’s interval).`,
	discussedRule: (days: number, comments: number) =>
		`Stories by the number of their comments of the last ${number(days)} days, from ${number(comments)} comments on.`,
	ratedRule: (days: number, ratings: number, further: number) =>
		`Stories of the last ${number(days)} days by their stars, from ${number(ratings)} ratings on. Few ratings can be chance, so in the order each story has ${number(further)} further ratings at the mean of all (a Bayesian mean). The average shown is that of its readers alone.`,
	tooFewComments: 'No story has enough comments yet. The list fills as readers write.',
	tooFewRatings: 'No story has enough ratings yet. The list fills as readers rate.',
	tooFewVotes: 'No story has enough votes yet. The list fills as readers vote.',
	averageOf: (average: number, ratings: number) =>
		plural(ratings, {
			one: `${decimal(average)} of 5 from # rating`,
			other: `${decimal(average)} of 5 from # ratings`,
		}),
	counted: <T>(at: T, minutes: number) => [
		'Counted on ',
		at,
		plural(minutes, { one: '; counted anew every minute.', other: '; counted anew every # minutes.' }),
	],
	perhaps: 'Perhaps one of these',
	searchStories: 'Search our stories',
	sectionsAndArchive: 'Sections and archive',
})
export type ListsMessages = ReturnType<typeof lists>
