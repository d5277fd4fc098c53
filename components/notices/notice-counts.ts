import type { NoticeCounts } from '@/domain/notices/transparency'
import { messages } from '@/lib/messages/messages'

/** A group of counts with its heading; `key` names a count in files. */
export type CountGroup = { title: string; rows: { key: string; label: string; value: number | string }[] }

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** The counts of a month in words, for its page. */
export function countGroups(counts: NoticeCounts): CountGroup[] {
	const { transparency: words, reports, decisions } = messages()
	const removedBy = { ...decisions.rules, law: words.law }
	const sum = (values: number[]) => values.reduce((total, each) => total + each, 0)
	const removed = sum(Object.values(counts.removed))
	const all = counts.kept + removed
	return [
		{
			title: words.reports,
			rows: [
				...entriesOf(counts.reports).map(([reason, value]) => ({
					key: `reports ${reason}`,
					label: reports.reasons[reason],
					value,
				})),
				{ key: 'reports', label: words.total, value: sum(Object.values(counts.reports)) },
			],
		},
		{
			title: words.decisions,
			rows: [
				{ key: 'kept', label: words.kept, value: counts.kept },
				...entriesOf(counts.removed).map(([rule, value]) => ({
					key: `removed ${rule}`,
					label: `${words.removed}: ${removedBy[rule]}`,
					value,
				})),
				{ key: 'on report', label: words.onReport, value: counts.onReport },
				{ key: 'own initiative', label: words.ownInitiative, value: all - counts.onReport },
			],
		},
		{
			title: words.machines,
			rows: [
				{ key: 'removed by machine', label: words.byMachine, value: 0 },
				{ key: 'held before', label: words.heldBefore, value: counts.heldBefore },
				{ key: 'held by reports', label: words.heldByReports, value: counts.heldByReports },
			],
		},
		{
			title: words.complaints,
			rows: entriesOf(counts.complaints).map(([key, value]) => ({
				key: `complaints ${key}`,
				label: words[key],
				value,
			})),
		},
	]
}

const entriesOf = <Key extends string>(counts: Record<Key, number>) =>
	Object.entries(counts) as [Key, number][]

/** A duration in words, to the largest fitting unit. */
export function durationWords(ms: number): string {
	const words = messages().transparency
	if (ms >= 2 * DAY_MS) return words.days(Math.round(ms / DAY_MS))
	if (ms >= 2 * HOUR_MS) return words.hours(Math.round(ms / HOUR_MS))
	return words.minutes(Math.round(ms / MINUTE_MS))
}
