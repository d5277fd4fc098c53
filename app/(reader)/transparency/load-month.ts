import { cache } from 'react'
import { countNotices, listNoticeMonths, type NoticeMonth } from '@/domain/notices/transparency'

/** The counts of a month, and the months with a page; without a name the present month. */
export const loadMonth = cache(async (name: string | null) => {
	const months = await listNoticeMonths()
	const month: NoticeMonth | undefined = name === null ? months[0] : months.find((each) => each.name === name)
	return month ? { month, months, counts: await countNotices(month) } : null
})
