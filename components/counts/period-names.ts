import type { VoteCounts, VotePeriod } from '@/domain/votes/counts'
import { dateFormat } from '@/lib/date-format'
import { interfaceTag } from '@/lib/messages/languages'

const OPTIONS: Record<VoteCounts['unit'], Intl.DateTimeFormatOptions> = {
	hour: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
	day: { day: 'numeric', month: 'short', year: 'numeric' },
	month: { month: 'long', year: 'numeric' },
}
/** What a local name such as `2027-03` lacks of a local time. */
const REST = { hour: ':00Z', day: 'T00:00Z', month: '-01T00:00Z' }

/** The name of a period in the language of the interface; of joined ones the first and the last. */
export function periodName({ from, to }: VotePeriod, unit: VoteCounts['unit'], language: string): string {
	// The names are local times already.
	const format = dateFormat(interfaceTag(language), { ...OPTIONS[unit], timeZone: 'UTC' })
	const [first, last] = [from, to].map((name) => new Date(name + REST[unit])) as [Date, Date]
	return from === to ? format.format(first) : format.formatRange(first, last)
}
