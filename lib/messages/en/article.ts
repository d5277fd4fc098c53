import type { CorrectionKind } from '@/lib/corrections'
import type { Format } from '../format'

/** Words of a story, of cards and of lists of stories. */
export const article = ({ number, plural }: Format<'en'>) => ({
	updated: <T>(at: T) => ['Updated ', at],
	by: <T>(names: T) => ['By ', names],
	readTime: 'Read Time:',
	/** The traditional wording of the site: never plural. */
	classicReadTime: (minutes: number, seconds: number) =>
		[
			minutes > 0 && `${number(minutes)} Minute`,
			(seconds > 0 || minutes === 0) && `${number(seconds)} Second`,
		]
			.filter(Boolean)
			.join(', '),
	minutes: (count: number) => plural(count, { one: '# minute', other: '# minutes' }),
	underAMinute: 'under a minute',
	minRead: (minutes: number) => `${number(minutes)} min read`,
	moreStories: 'More stories',
	previous: 'Previous post',
	next: 'Next post',
	noteToReaders: 'Note to readers',
	corrections: 'Corrections',
	correctionKinds: {
		correction: 'Correction',
		clarification: 'Clarification',
		update: 'Update',
	} satisfies Record<CorrectionKind, string>,
	/** Head of a correction: its kind and its date. */
	correctionHead: <T>(kind: T, at: T) => [kind, ', ', at],
	changedTimes: (count: number) => plural(count, { one: 'Changed once', other: 'Changed # times' }),
	/** @param link the number of changes as a link */
	/** In the picture of an old story. */
	publishedOn: (date: string) => `Published ${date}`,
	changedSince: <T>(link: T) => [link, ' since it was first published'],
	share: 'Share this story',
	sendByMail: 'Send by e-mail',
	followUs: 'Follow us',
	tags: 'Tags',
	nothingHere: 'Nothing has been published here yet.',
	pagesOfStories: 'Pages of stories',
	storiesAbout: 'Stories about',
	storiesAboutTag: (name: string) => `Stories about ${name}.`,
	/** Title of the feed of a story's comments. */
	commentsOn: (headline: string) => `Comments on “${headline}”`,
	firstStory: 'The first story is still being written. Please come back soon.',
	latest: 'Latest',
	feltNow: 'What readers feel now',
	mostDiscussed: 'Most discussed',
	shareOfVotes: (percent: number, votes: number) => `${number(percent)}% of ${number(votes)} votes`,
	feltRule: (days: number, votes: number) =>
		`The story with the largest share of each mood, from the votes of the last ${number(days)} days on stories with at least ${number(votes)}. Stories shown above are left out.`,
	discussedRule: (days: number, comments: number) =>
		`Stories with the most comments of the last ${number(days)} days, and at least ${number(comments)}. Stories shown above are left out.`,
	alsoIn: <T>(languages: T) => ['Also in: ', languages],
	lastChanged: <T>(at: T) => ['Last changed ', at],
})
export type ArticleMessages = ReturnType<typeof article>
