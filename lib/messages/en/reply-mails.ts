import type { Format } from '../format'

/** Words of the mails about replies, of their choice below a comment and of the page that their links open. */
export const replyMails = ({ plural }: Format<'en'>) => ({
	wish: 'Mail me when somebody replies',
	wishThread: 'Mail me about all replies in this conversation',
	hint: 'When your comment is on the site, a mail asks you to confirm the address, unless it is confirmed already. Every mail has a link that ends them.',
	title: 'Mails about replies',
	confirmLead: 'Confirm the address, and you get a mail when somebody replies to your comment.',
	confirm: 'Confirm the address',
	confirmed:
		'The address is confirmed. You get a mail when somebody replies to your comment. Every mail has a link that ends them.',
	onLead: 'You get mails when somebody replies to your comments.',
	which: 'Which mails should end?',
	ofThread: <T>(headline: T) => ['Those about this conversation under ', headline],
	ofAll: 'All mails about replies',
	stop: 'End these mails',
	stopAll: 'End all mails',
	threadOff: 'You get no more mails about this conversation.',
	off: 'You get no more mails about replies.',
	others: (comments: number) =>
		plural(comments, {
			one: 'You still get mails about replies to # other comment.',
			other: 'You still get mails about replies to # other comments.',
		}),
	linkGone: 'This link is no longer valid. A new comment with the box ticked brings a new one.',
	confirmSubject: (siteName: string) => `Mails about replies from ${siteName}?`,
	confirmMail: (headline: string) =>
		`Your comment on “${headline}” is on the site. You asked for a mail when somebody replies to it.`,
	confirmOpen: (days: number) =>
		plural(days, {
			one: 'Open this link to confirm your address, within # day:',
			other: 'Open this link to confirm your address, within # days:',
		}),
	confirmUnexpected: 'If you did not ask for it, ignore this mail: replies are mailed after the link only.',
	subjectOfOne: (name: string, headline: string) => `${name} replied on “${headline}”`,
	subjectOfMany: (count: number, siteName: string) =>
		plural(count, { one: `# new reply at ${siteName}`, other: `# new replies at ${siteName}` }),
	repliedOn: (name: string, headline: string) => `${name} on “${headline}”:`,
	further: (count: number) =>
		plural(count, { one: '# more reply is on the site.', other: '# more replies are on the site.' }),
	why: 'You get this mail because you asked for it below a comment. This link ends such mails:',
})
export type ReplyMailsMessages = ReturnType<typeof replyMails>
