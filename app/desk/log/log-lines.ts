import type { LogLine } from '@/components/desk/log/log-list'
import { type LogEvent, type LogFilter, listLogNames } from '@/domain/audit-log'
import { changesOf, SUBJECT_KINDS, sentenceOf, valueWords } from '@/domain/audit-sentences'
import type { Viewer } from '@/domain/permissions'
import { siteSettings } from '@/domain/settings'
import { dateFormat } from '@/lib/date-format'
import { fromLocalDateTime, startOfNextDay } from '@/lib/time-zone'
import { idIn } from '../params'

type Names = Awaited<ReturnType<typeof listLogNames>>
export type LogWords = Names & { language: string; timeZone: string }

/** Language, time zone and names for the lines of a log. */
export async function logWords(viewer: Viewer): Promise<LogWords> {
	const { language, timeZone } = await siteSettings()
	return { language, timeZone, ...(await listLogNames(viewer)) }
}

/** An event as a line of the log, in the language and time zone of the site. */
export function lineOf(event: LogEvent, words: LogWords): LogLine {
	const time = (at: Date) =>
		dateFormat(words.language, {
			dateStyle: 'medium',
			timeStyle: 'short',
			timeZone: words.timeZone,
		}).format(at)
	const print = (value: unknown, field: string) => valueWords(named(value, field, words), time)
	return {
		id: event.id,
		at: event.at,
		time: time(event.at),
		person: event.person ?? 'Somebody without a session',
		sentence: sentenceOf(event, event.name, print),
		changes: changesOf(event, print),
		href: event.hasPage ? hrefOf(event.subject) : null,
	}
}

/** Names in place of the numbers of sections and the ids of people. */
function named(value: unknown, field: string, words: LogWords): unknown {
	if (Array.isArray(value)) return value.map((each) => named(each, field, words))
	if (/^sectionIds?$/.test(field)) return words.sections.get(Number(value)) ?? value
	return /^(assignedTo|createdBy)$/.test(field) ? (words.people.get(String(value)) ?? value) : value
}

const PAGES: Record<string, string> = {
	article: '/desk/stories/',
	photo: '/desk/photographs/',
	ad: '/desk/advertisements/',
}

function hrefOf(subject: string): string | null {
	const [kind = '', id = ''] = subject.split(':')
	const path = PAGES[kind]
	return path && idIn(id) ? path + id : null
}

export type LogParams = Record<'person' | 'kind' | 'story' | 'from' | 'to', string>

/** The filter of a query; malformed values are left out. Days are those of the site's time zone. */
export function filterIn(params: Partial<LogParams>, timeZone: string): LogFilter {
	const { person = '', kind = '', story = '', from = '', to = '' } = params
	const end = fromLocalDateTime(`${to}T12:00`, timeZone)
	return {
		person: person || undefined,
		kind: Object.hasOwn(SUBJECT_KINDS, kind) ? kind : undefined,
		story: idIn(story),
		from: fromLocalDateTime(`${from}T00:00`, timeZone),
		to: end && startOfNextDay(end, timeZone),
	}
}
