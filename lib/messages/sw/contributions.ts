import type { ContributionsMessages } from '../en/contributions'

export const contributions = (): ContributionsMessages => ({
	title: 'Maoni, kura na data zako',
	commentsHint: 'Kila moja na hali yake, majibu yake, na sababu kama halikuchapishwa',
	myVotes: 'Kura zangu',
	votesHint: 'Hisia, nyota, heshima na habari zilizohifadhiwa; kila moja inaweza kuondolewa',
	ofBrowser: 'Bila akaunti, kidakuzi huviunganisha na kivinjari chako.',
	withAccount: 'Ingia ili uwe navyo kwenye vifaa vyako vyote',
	newest: 'Mpya zaidi',
	older: 'Za zamani',
	deleted: 'Limefutwa',
	deletedHint: 'Ulilifuta; maandishi yake hayapo tena.',
	storyAway: 'Habari ambayo haipo kwenye tovuti kwa sasa',
	noVotes: 'Bado hujapiga kura, hujatoa heshima wala hujahifadhi habari.',
	mood: (mood) => `Hisia: ${mood}`,
	respectFor: (name) => ['Heshima kwa maoni ya ', name],
	respectRemoved: 'Heshima kwa maoni yaliyoondolewa',
	takeBack: 'Ondoa',
	takeBackOf: (what, story) => `Ondoa: ${what}, “${story}”`,
	takenBack: 'Imeondolewa.',
})
