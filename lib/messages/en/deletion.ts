import type { Format } from '../format'

/** Words of the page that deletes an account. */
export const deletion = ({ plural }: Format<'en'>) => ({
	title: 'Delete my account',
	hint: 'What goes, what stays, and a last question',
	/** Name above the comments of deleted accounts. */
	deletedAccount: 'Deleted account',
	download: 'Download my data first',
	goes: 'What goes, at once and for good',
	goesAccount:
		'Your name, your e-mail address and your ways to sign in: password, passkeys, authenticator app, recovery codes and connected services',
	goesSessions: 'All your sign-ins, in this browser and elsewhere',
	goesVotes: (count: number) =>
		plural(count, {
			one: '# vote of yours: moods, stars and respect. The counts fall by it.',
			other: '# votes of yours: moods, stars and respect. The counts fall by them.',
		}),
	goesLists:
		'Your reading list, the people whom you ignore, mails about replies, drafts, former texts of your comments, and complaints',
	goesUnpublished: (count: number) =>
		plural(count, {
			one: '# comment that waits or was not published',
			other: '# comments that wait or were not published',
		}),
	goesAddress:
		'Your e-mail address in reports and messages that you sent, in comments that you wrote without the account, and in bans',
	stays: 'What stays',
	staysComments: (count: number, name: string) =>
		plural(count, {
			one: `# published comment, with the name “${name}”, unless you choose below that it goes`,
			other: `# published comments, with the name “${name}”, unless you choose below that they go`,
		}),
	staysReplies: 'The replies of other people, and what they have quoted',
	staysGuest:
		'Comments that you wrote without the account in another browser, with the name that you gave there',
	staysDecisions: 'Decisions about your comments, without your name, for the public counts',
	staysLog:
		'In the newsroom’s log: that an account was made, used its means of sign-in and was deleted, under a random number that leads to nobody',
	staysBackups:
		'Backups that were made before, until they are overwritten: after seven days with the schedule that the software recommends. The newsroom may keep them longer; ask it.',
	texts: 'Your published comments',
	keepTexts: (name: string) => `Their texts stay, with the name “${name}”`,
	deleteTexts: 'Their texts go too. A line stays where there are replies.',
	sure: 'Yes, delete my account. This cannot be undone.',
	tickFirst: 'Please tick the box, if you want to delete the account.',
	chooseTexts: 'Please choose what becomes of your published comments.',
	hasWork:
		'Stories or other work of the newsroom are under your name, so you cannot delete this account yourself. An owner can take away your access at the desk.',
})
export type DeletionMessages = ReturnType<typeof deletion>
