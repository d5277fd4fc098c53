import type { Format } from '../format'

/** Words of the decisions about comments: statements of reasons, on pages and in mails. */
export const decisions = ({ plural }: Format<'en'>) => ({
	title: 'A decision about your comment',
	onStory: <T>(story: T, day: T) => ['On ', story, ', ', day],
	decision: 'Decision',
	outcomes: {
		kept: 'The comment stays on the site.',
		removed: 'The comment is removed.',
	},
	ground: 'Ground',
	byRule: (rule: string) => `The rules for comments on this site: ${rule}`,
	byLaw: (law: string) => `The law: ${law}`,
	rules: {
		abuse: 'No insults, threats or harassment.',
		hatred: 'No hatred against groups of people.',
		privacy: 'No private data of other people.',
		spam: 'No spam and no advertising.',
		offTopic: 'Nothing that has nothing to do with the story.',
		falsehood: 'No false claims of fact.',
		other: 'Nothing that harms the conversation in another way.',
	},
	scope: 'Scope',
	scopeText: 'Nobody can see the comment on this site, in any country, and for an unlimited time.',
	facts: 'Facts',
	origin: 'Origin',
	onReport: 'The decision follows a report.',
	onOwnInitiative: 'The newsroom looked at the comment on its own initiative.',
	machines: 'Machines',
	noMachine: 'A person decided, without a machine.',
	heldBefore:
		'A person decided. Before that, the comment waited, held by an automatic rule or by the number of reports.',
	decidedOn: 'Decided',
	redress: 'If you disagree',
	redressText: 'Write to the newsroom. You can also go to a court.',
	rulesTitle: 'The rules for comments',
	holdRule: (reports: number) =>
		plural(reports, {
			one: '# report hides a comment until a person of the newsroom decides, unless a person has decided before that it stays.',
			other:
				'Reports from # different networks hide a comment until a person of the newsroom decides, unless a person has decided before that it stays.',
		}),
	noHoldRule: 'Reports alone hide no comment: a person of the newsroom decides.',
	why: 'Why?',
	whyOf: (headline: string) => `Why the comment on “${headline}” was removed`,
	authorSubject: (siteName: string) => `Your comment at ${siteName}`,
	authorMail: (headline: string) => `The newsroom has decided about your comment on “${headline}”.`,
	reporterSubject: (report: number, siteName: string) =>
		`The decision on your report ${report} to ${siteName}`,
	reporterMail: 'The newsroom has decided about the comment that you reported.',
	receiptHasIt: 'The page of your receipt has the decision too:',
	readDecision: 'You can read the decision again at this address:',
	readAndComplain: 'You can read it again at this address, and complain there:',
})
export type DecisionsMessages = ReturnType<typeof decisions>
