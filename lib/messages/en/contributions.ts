/** Words of the pages of a reader's own comments and votes. */
export const contributions = () => ({
	title: 'Your comments, votes and data',
	commentsHint: 'Each with its state, its replies, and the reason if it is not published',
	myVotes: 'My votes',
	votesHint: 'Moods, stars, respect and saved stories; each can be taken back',
	ofBrowser: 'Without an account, a cookie ties this to your browser.',
	withAccount: 'Sign in to have it on all your devices',
	newest: 'Newest',
	older: 'Older',
	deleted: 'Deleted',
	deletedHint: 'You deleted it; its text is gone.',
	storyAway: 'A story that is not on the site at the moment',
	noVotes: 'You have not voted, given respect or saved a story yet.',
	mood: (mood: string) => `Mood: ${mood}`,
	respectFor: <T>(name: T) => ['Respect for a comment by ', name],
	respectRemoved: 'Respect for a comment that was removed',
	takeBack: 'Take back',
	takeBackOf: (what: string, story: string) => `Take back: ${what}, “${story}”`,
	takenBack: 'Taken back.',
})
export type ContributionsMessages = ReturnType<typeof contributions>
