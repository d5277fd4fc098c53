import type { Format } from '../format'

/** Words of the public counts of reports, decisions and complaints. */
export const transparency = ({ plural }: Format<'en'>) => ({
	title: 'Moderation in numbers',
	titleOf: (month: string) => `Moderation in numbers: ${month}`,
	description: (siteName: string) =>
		`How ${siteName} moderates comments: reports, decisions with their grounds, and complaints, by month.`,
	lead: 'What readers reported about comments, and what the newsroom decided. No number here names a person, and decisions that were taken back are not counted. Months are those of UTC.',
	reports: 'Reports',
	total: 'All',
	decisions: 'Decisions of people',
	kept: 'Comment kept',
	removed: 'Comment removed',
	law: 'The law',
	onReport: 'Of all, after a report',
	ownInitiative: 'Of all, on the newsroom’s own initiative',
	machines: 'Machines',
	byMachine: 'Removed by a machine alone',
	heldBefore: 'Decided by a person after an automatic rule or reports had held the comment',
	heldByReports: 'Hidden by the number of reports, until a person decides',
	time: 'Time',
	median: 'Median time from a report to its decision',
	noMedian: 'No report was decided.',
	minutes: (count: number) => plural(count, { one: '# minute', other: '# minutes' }),
	hours: (count: number) => plural(count, { one: '# hour', other: '# hours' }),
	days: (count: number) => plural(count, { one: '# day', other: '# days' }),
	complaints: 'Complaints',
	filed: 'Filed',
	upheld: 'Upheld',
	rejected: 'Rejected',
	months: 'Months',
	download: 'Download as CSV',
	what: 'Count',
	number: 'Number',
})
export type TransparencyMessages = ReturnType<typeof transparency>
