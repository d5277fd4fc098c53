import type { Metadata } from 'next'
import { deskViewer } from '@/app/desk/desk-viewer'
import { noticeIn, paramsIn, type Search } from '@/app/desk/notices'
import { Calendar, type CalendarDay } from '@/components/desk/calendar/calendar'
import { MovePlanned } from '@/components/desk/calendar/move-planned'
import { PageHead } from '@/components/desk/desk-frame'
import { PageNotice } from '@/components/desk/form/page-notice'
import { type CalendarEntry, listCalendar } from '@/domain/articles/calendar'
import { can } from '@/domain/permissions'
import { siteSettings } from '@/domain/settings'
import { dateFormat } from '@/lib/date-format'
import { monthBeside, monthIn, startOfMonth, weeksOf } from '@/lib/month'
import { toLocalDateTime } from '@/lib/time-zone'
import { movePlannedAction } from './actions'

export const metadata: Metadata = { title: 'Calendar' }

export default async function CalendarPage({ searchParams }: { searchParams: Search }) {
	const deskUser = await deskViewer('/desk/calendar', 'write stories')
	const { language, timeZone } = await siteSettings()
	const month = monthIn((await paramsIn(searchParams)).month ?? '', timeZone)
	const [from, until] = [month, monthBeside(month, 1)].map((each) => startOfMonth(each, timeZone))
	const entries = await listCalendar(deskUser, from as Date, until as Date)
	const planned = entries.filter(({ kind }) => kind === 'planned')
	const notice = await noticeIn(searchParams)
	const print = (day: string, options: Intl.DateTimeFormatOptions) =>
		dateFormat(language, { ...options, timeZone: 'UTC' }).format(new Date(`${day}T12:00Z`))
	const today = toLocalDateTime(new Date(), timeZone).slice(0, 10)
	const dayOf = (day: string | null): CalendarDay | null =>
		day === null
			? null
			: {
					date: day,
					number: print(day, { day: 'numeric' }),
					words: print(day, { weekday: 'long', day: 'numeric', month: 'long' }),
					isToday: day === today,
					entries: entriesOn(entries, day, timeZone),
				}
	const weeks = weeksOf(month)
	const monday = weeks[1] ?? []
	return (
		<>
			<PageHead title={print(`${month}-01`, { month: 'long', year: 'numeric' })}>
				<a href="/desk">All stories</a>
			</PageHead>
			{notice && <PageNotice text={notice} />}
			<Calendar
				weeks={weeks.map((week) => week.map(dayOf))}
				weekdays={monday.map((day) => print(day ?? `${month}-01`, { weekday: 'short' }))}
				previous={monthBeside(month, -1)}
				next={monthBeside(month, 1)}
			/>
			{can(deskUser, 'assign stories') && planned.length > 0 && (
				<MovePlanned
					stories={planned.map(({ storyId, headline }) => ({ id: storyId, headline }))}
					action={movePlannedAction}
				/>
			)}
		</>
	)
}

const entriesOn = (entries: CalendarEntry[], day: string, timeZone: string) =>
	entries
		.filter(({ at }) => toLocalDateTime(at, timeZone).startsWith(day))
		.map((entry) => ({
			...entry,
			// A planned day has no time.
			time: entry.kind === 'planned' ? '' : toLocalDateTime(entry.at, timeZone).slice(11),
		}))
