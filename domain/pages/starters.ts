/** A page that most newsrooms have: its headings, and questions to answer below them. */
export type Starter = { slug: string; title: string; text: string }

const questions = (sections: [heading: string, ...questions: string[]][]): string =>
	sections
		.map(([heading, ...asked]) => `## ${heading}\n\n${asked.map((question) => `- ${question}`).join('\n')}`)
		.join('\n\n')

/** Starters make no claim: a page is written by the newsroom, and published by hand. */
export const STARTERS: readonly Starter[] = [
	{
		slug: 'about',
		title: 'About us',
		text: questions([
			[
				'Who we are',
				'Who publishes this site, and since when?',
				'Which place or subject does it cover, and for whom?',
			],
			[
				'What we publish',
				'What can readers expect here, and how often?',
				'What does the newsroom not cover?',
			],
			['The people', 'Who works here, and in which role?'],
		]),
	},
	{
		slug: 'contact',
		title: 'Contact',
		text: questions([
			['Write to the newsroom', 'Which mail address and telephone number reach the newsroom, and when?'],
			['Send a tip', 'How can a source write in confidence, and what happens with the message?'],
			['Report a mistake', 'Where is a mistake reported, and how soon does a person answer?'],
			['Our address', 'What is the postal address?'],
		]),
	},
	{
		slug: 'ethics',
		title: 'Ethics and corrections',
		text: questions([
			['How we work', 'How are facts checked before publication?', 'When are sources left unnamed?'],
			[
				'Independence',
				'Which gifts, trips and side jobs are refused?',
				'How are conflicts of interest shown?',
			],
			[
				'Corrections',
				'How is a mistake corrected, and where do readers see it?',
				'When is a story withdrawn?',
			],
			['Machines', 'Where are automatic tools used for text or pictures, and who checks the result?'],
		]),
	},
	{
		slug: 'ownership',
		title: 'Ownership and funding',
		text: questions([
			['Owners', 'Who owns the publisher, and with which share?', 'Who sits on the board?'],
			['Money', 'Where does the money come from: subscriptions, advertisements, grants, donations?'],
			['Influence', 'What may a funder or an advertiser decide, and what not?'],
		]),
	},
	{
		slug: 'privacy',
		title: 'Privacy',
		text: questions([
			['What is stored', 'What does the site store about readers, and for how long?'],
			[
				'What the software stores',
				'Which lines of [the list that the software writes](/stored-data) need an explanation?',
			],
			['Who sees it', 'Who has access, and which other companies receive data?'],
			['Your rights', 'How do readers see, correct or delete their data, and whom do they ask?'],
		]),
	},
]
