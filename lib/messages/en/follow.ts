/** Words of the page on feeds, of the feeds and of the list of corrections. */
export const follow = () => ({
	title: 'Follow us',
	description: (siteName: string) =>
		`How to read ${siteName} without a platform in between: feeds of sections, authors and subjects.`,
	lead: <T>(siteName: T) => [
		'You need no account to read ',
		siteName,
		', and no network in between that decides which stories you see.',
	],
	allStories: 'All stories, in a feed reader',
	explained:
		'A feed is the list of our newest stories, with their whole texts, made for a program of yours: a feed reader. It shows the new stories of every site that you follow in the order of their appearance. We do not learn who follows us, and you leave by deleting one line.',
	chooseReader:
		'Choose a feed reader. Free ones are NetNewsWire for Apple devices, Feeder for Android, and Thunderbird for any computer.',
	copyAddress: 'Copy this address, and paste it where the reader asks for a feed or a website:',
	formats: <T>(formats: T) => [
		'The same in three formats, of which your reader needs one: ',
		formats,
		'. A browser may show a feed as code, or offer to save it; only its address matters.',
	],
	oneSection: 'One section',
	oneAuthor: 'One author',
	oneSubject: 'One subject',
	oneSeries: 'One series',
	everythingElse: 'Everything else',
	others: <T>(ending: T) => [
		'Every author, subject and series has a feed, also those that are not listed here, and so have the comments of each story: add ',
		ending,
		' to the address of its page.',
	],
	feed: 'Feed',
	feedOf: (name: string) => `Feed: ${name}`,
	storiesFrom: (siteName: string) => `Stories from ${siteName}`,
	storiesOf: (siteName: string, name: string) => `Stories from ${siteName}: ${name}`,
	threadDescription: (headline: string) => `What readers say about “${headline}”.`,
	staffName: (name: string) => `${name} (staff)`,
	commentBy: (name: string) => `Comment by ${name}`,
	replyBy: (name: string) => `Reply by ${name}`,
	replyByTo: (name: string, answered: string) => `Reply by ${name} to ${answered}`,
	/** Before the text of a correction in a feed. */
	correctionOn: (kind: string, day: string) => `${kind}, ${day}:`,
	correctionOf: (kind: string, headline: string) => `${kind}: ${headline}`,
	correctionsDescription: 'What we corrected, clarified or added after publication.',
	correctionsLead:
		'What we corrected, clarified or added after publication, newest first. An entry is never changed or removed.',
	noCorrections: 'Nothing has been corrected yet.',
	storyGone: 'The story is no longer on the site.',
	withdrawn: '(withdrawn)',
	correctionsPages: 'Pages of corrections',
})
export type FollowMessages = ReturnType<typeof follow>
