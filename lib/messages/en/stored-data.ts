import type { Format } from '../format'

/** Words of the page on stored data. */
export const storedData = ({ plural }: Format<'en'>) => ({
	title: 'What this site stores',
	description: (siteName: string) => `What ${siteName} stores about its readers, why, and for how long.`,
	lead: 'The software writes this page from the settings and limits that it works with. The newsroom’s own words on privacy, if it has published some, are on its page.',
	own: 'The newsroom on privacy',
	data: 'Stored data',
	what: 'What',
	why: 'Why',
	time: 'How long',
	kinds: {
		votes: {
			what: 'Moods, stars, the reading list, the people whom you ignore and the time up to which you have read your notices, with a random number that is also in a cookie of your browser, or with your account',
			why: 'So that each reader counts once and can change the vote',
		},
		comments: {
			what: 'Comments with the name, and of guests the e-mail address, which only the newsroom sees',
			why: 'So that comments can be read, and the newsroom can write to their authors',
		},
		unconfirmed: {
			what: 'Comments that wait until their author confirms the e-mail address by a mailed link',
			why: 'So that they appear once it is confirmed, or a moderator approves them',
		},
		restrictions: {
			what: 'Bans of the authors of comments with their reasons, and notes of moderators on an author',
			why: 'So that the rules for comments can be kept',
		},
		keptRestrictions: {
			what: 'Bans of deleted accounts with their reasons, and the confirmed address as a hash with a secret key, from which it cannot be read',
			why: 'So that deleting an account does not end a ban: a new account with the same address has it still',
		},
		drafts: { what: 'A comment typed before signing in', why: 'So that it is there after signing in' },
		replyMails: {
			what: 'E-mail addresses of authors of comments who want mails about replies, with the comments',
			why: 'So that these mails are sent to confirmed addresses only, and end when you say so',
		},
		replyNotices: {
			what: 'That a reply was mailed to an address',
			why: 'So that each reply is mailed once',
		},
		reports: {
			what: 'Reports of comments, complaints, and the name and address in them',
			why: 'So that a person can decide about them and answer',
		},
		decisions: {
			what: 'Decisions about comments with their reasons, without the people who reported',
			why: 'So that their authors can read them, and so that they can be counted',
		},
		messages: {
			what: 'Messages about accessibility, with the e-mail address if one was given',
			why: 'So that the newsroom can answer',
		},
		accounts: {
			what: 'Accounts: name and former names, e-mail address, the password as a hash that cannot be turned back, passkeys and authenticator apps, and the numbers of accounts at other services that you sign in with',
			why: 'So that you can sign in',
		},
		sessions: {
			what: 'Sign-ins: a token, and the browser and system in words',
			why: 'So that you stay signed in, and can end sign-ins elsewhere',
		},
		links: {
			what: 'Invitations, and links that sign in, set a password or confirm an address, with the e-mail address',
			why: 'So that a link works once',
		},
		staff: {
			what: 'The work of the staff: versions, notes, decisions and a log of their actions',
			why: 'So that a newsroom can say who changed what',
		},
		networks: {
			what: 'Your network address, in memory only and as a keyed hash, never on disk',
			why: 'So that programs cannot vote, comment or guess passwords without limit',
		},
	},
	forGood: 'Until you or the newsroom delete it',
	forever: 'As long as the site exists',
	untilAccount: 'Until the account is deleted',
	day: 'At most a day',
	days: (count: number) => plural(count, { one: '# day', other: '# days' }),
	afterDecision: (count: number) =>
		plural(count, { one: '# day after the decision', other: '# days after the decision' }),
	afterHandling: (count: number) =>
		plural(count, { one: '# day after the answer', other: '# days after the answer' }),
	minutes: (count: number) => plural(count, { one: '# minute', other: '# minutes' }),
	cookies: 'Cookies',
	cookie: 'Cookie',
	cookieKinds: {
		reader: 'A signed random number, set by the first vote, comment or saved story',
		session: 'The token of a sign-in',
		known: 'Set by a sign-in: tells it from the guesses of strangers',
		secondStep: 'The first of two steps of a sign-in',
		provider: 'A sign-in that the chosen service has not answered yet, encrypted, with the page to return to',
		connect: 'An account at another service that waits to be connected, encrypted',
		codes: 'New recovery codes, encrypted, until they are shown',
		recentWrite: 'Set by a vote or comment, so that the next page shows it',
		islands: 'Whether scripts run; it holds no number',
		appearance: 'Theme and text size',
		thread: 'The order of comments that you chose',
		signedOut: 'Tells the next page’s scripts that an account was signed out; they delete it',
		ads: 'The advertisements that you closed',
	},
	seconds: 'A few seconds',
	mails: 'Mails',
	mailsOff: 'This site sends no mails.',
	mailKinds: [
		'Invitations, and links that sign in, set a password or confirm an address',
		'Receipts of reports, decisions about comments with their reasons, and answers to complaints',
		'Replies to your comment, if you asked for them and confirmed the address',
	],
	others: 'Other parties',
	noTracking: 'Pages load nothing from other sites: no counter, no font, no advertisement.',
	sources:
		'Links to sources and in comments lead to other sites, which learn that you came from here only if you follow them.',
	provider: (name: string) =>
		`If you choose to sign in with ${name}, ${name} learns that you do, and tells this site your name, your e-mail address and the number of your account. This site keeps no access to that account.`,
	hub: (host: string) =>
		`When a story appears, the site tells ${host} its address. Nothing about readers is sent.`,
	indexNow:
		'When a story appears, the site tells search engines its address through IndexNow. Nothing about readers is sent.',
	noPings: 'The site tells nobody else of its stories.',
	mailServer: 'Mails go through the mail server of the publisher.',
	rights: 'Your rights',
	rightsText:
		'With an account, you can see, download and delete it yourself; without one, see and take back what your browser has said and voted. Ask the newsroom for all else.',
})
export type StoredDataMessages = ReturnType<typeof storedData>
