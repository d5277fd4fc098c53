import type { Format } from '../format'

/** Words of the complaints against decisions about comments. */
export const complaints = ({ number, plural }: Format<'en'>) => ({
	title: 'Complain',
	who: (days: number) =>
		plural(days, {
			one: 'You can complain within # day of the decision. Another person of the newsroom decides, if there is one, and never a machine. You can also go to a court.',
			other:
				'You can complain within # days of the decision. Another person of the newsroom decides, if there is one, and never a machine. You can also go to a court.',
		}),
	text: 'Why is the decision wrong?',
	textHint: (max: number) => `Up to ${number(max)} characters.`,
	send: 'Send the complaint',
	yours: 'Your complaint',
	waiting: 'It is with the newsroom. The answer will be on this page.',
	upheldForAuthor: 'Upheld: the comment is shown again.',
	upheldForReporter: 'Upheld: the decision is taken back, and a new one follows.',
	rejected: 'Rejected: the decision stands.',
	answer: 'Reasons',
	sayWhy: 'Please say why the decision is wrong.',
	tooLong: (length: number, max: number) =>
		`Your complaint has ${number(length)} characters; please shorten it to ${number(max)}.`,
	noDecision: 'There is no such decision about a comment or report of yours.',
	onlyOne: 'You have complained about this decision already.',
	tooLate: (days: number) =>
		plural(days, {
			one: 'A complaint is possible within # day of the decision.',
			other: 'A complaint is possible within # days of the decision.',
		}),
	subject: (siteName: string) => `Your complaint to ${siteName}`,
	mail: 'The newsroom has decided about your complaint.',
})
export type ComplaintsMessages = ReturnType<typeof complaints>
