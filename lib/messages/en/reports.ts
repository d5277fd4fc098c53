import type { Format } from '../format'

/** Words of the reports of comments: their form, their receipt, and their mails. */
export const reports = ({ number, plural }: Format<'en'>) => ({
	report: 'Report or ignore',
	/** Follows “Report”, for screen readers. */
	reportWhose: <T>(name: T) => [' the comment by ', name],
	title: 'Report a comment',
	comment: 'The comment',
	by: <T>(name: T, story: T) => ['By ', name, ', on ', story],
	reason: 'What is wrong with it?',
	reasons: {
		illegal: 'It is illegal',
		abuse: 'It insults, threatens or harasses people',
		spam: 'It is spam or advertising',
		other: 'Something else',
	},
	explanation: 'Explanation',
	explanationHint: (max: number) =>
		`Up to ${number(max)} characters. Needed for illegal content: why it is illegal, and under which law, if you know. Needed for “something else” too.`,
	goodFaith: 'I believe in good faith that what I say here is accurate and complete.',
	goodFaithHint: 'Needed for illegal content (Article 16 of the EU’s Digital Services Act).',
	identity:
		'A report can be sent without a name. A notice of illegal content should have a name and an e-mail address, except about sexual offences against children. The author of the comment gets neither.',
	name: 'Your name (optional)',
	email: 'Your e-mail (optional)',
	emailHint: 'The receipt and the decision are sent there, if this site sends mails.',
	send: 'Send the report',
	receipt: (report: number) => `Report ${number(report)}`,
	received: 'Your report is with the newsroom.',
	keepAddress:
		'The address of this page is your receipt. Keep it: the decision and its reasons will be here too.',
	decided: 'The newsroom has decided; the reasons are below.',
	sentOn: 'Sent',
	reported: 'Reported comment',
	seeComment: 'See the comment',
	noLongerShown: 'It is not shown at the moment.',
	state: 'Decision',
	open: 'A person of the newsroom has not decided yet.',
	receiptSubject: (report: number, siteName: string) => `Your report ${number(report)} to ${siteName}`,
	mailReceived: (report: number) =>
		`Your report of a comment has arrived; its number is ${number(report)}. A person of the newsroom decides about it.`,
	mailAddress: 'You can read its state, and later the decision, at this address. Keep it to yourself:',
	chooseReason: 'Please choose what is wrong with the comment.',
	explain: 'Please explain what is wrong with the comment.',
	explanationTooLong: (length: number, max: number) =>
		`Your explanation has ${number(length)} characters; please shorten it to ${number(max)}.`,
	confirmGoodFaith:
		'Please confirm that what you say is accurate and complete; it is needed for illegal content.',
	commentGone: 'This comment is no longer on the site.',
	kept: (days: number) =>
		plural(days, {
			one: 'Only the newsroom reads a report. Your name, your address and your words are deleted # day after the decision.',
			other:
				'Only the newsroom reads a report. Your name, your address and your words are deleted # days after the decision.',
		}),
})
export type ReportsMessages = ReturnType<typeof reports>
