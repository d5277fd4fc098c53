import type { Format } from '../format'

/** Words of the search page. */
export const search = ({ plural }: Format<'en'>) => ({
	title: 'Search',
	titleOf: (typed: string) => `${typed} – Search`,
	description: 'Find stories by their words, authors, sections and dates.',
	searchOf: (site: string) => `Search the stories of ${site}`,
	wordsInStory: 'Words in a story',
	submit: 'Search',
	filters: 'Section, author and date',
	section: 'Section',
	allSections: 'All sections',
	author: 'Author',
	from: 'From',
	to: 'To',
	tips: 'Every word must be in the story: headline, text, caption or author’s name. “Quotation marks” keep words together, and a minus leaves a word out: bridge −toll.',
	keyTip: 'The key / opens the search on every page.',
	newestFirst: (count: number) =>
		plural(count, { one: '# story, newest first', other: '# stories, newest first' }),
	bestFirst: (count: number) =>
		plural(count, { one: '# story, best match first', other: '# stories, best match first' }),
	newestOfMore: (count: number) =>
		plural(count, {
			one: 'The newest # story with these words. One more word, a section or a date narrows them down.',
			other: 'The newest # stories with these words. One more word, a section or a date narrows them down.',
		}),
	bestOfMore: (count: number) =>
		plural(count, {
			one: 'The best # story of more. One more word, a section or a date narrows them down.',
			other: 'The best # stories of more. One more word, a section or a date narrows them down.',
		}),
	pages: 'Pages of results',
	firstPage: 'First page',
	quoted: (typed: string) => `“${typed}”`,
	noStory: <T>(quoted: T) => ['No story has ', quoted, '.'],
	noStoryFiltered: <T>(quoted: T) => ['No story has ', quoted, ' with this section, author and date.'],
	didYouMean: <T>(suggestion: T) => ['Did you mean ', suggestion, '?'],
	searchAll: 'Search all sections, authors and dates',
	foundAlone: <T>(words: T) => ['Found alone: ', words],
	latest: 'The latest stories',
})
export type SearchMessages = ReturnType<typeof search>
