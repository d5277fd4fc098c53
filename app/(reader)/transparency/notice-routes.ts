import { NO_PERIOD } from '@/app/(reader)/overrides'
import { countGroups } from '@/components/notices/notice-counts'
import { countNotices, findNoticeMonth } from '@/domain/notices/transparency'
import { siteSettings } from '@/domain/settings'
import { csvLine } from '@/lib/csv'
import type { FileRoute } from '@/server/rendered-files'

/** Counts of a month as CSV, with the names of counts that do not change with the language. */
export const NOTICE_ROUTES: FileRoute[] = [
	{
		path: /^\/transparency\/(\d{4}-\d{2})\.csv$/,
		render: async ([name = '']) => {
			await siteSettings()
			const month = await findNoticeMonth(name)
			if (!month) return NO_PERIOD
			const counts = await countNotices(month)
			const rows = countGroups(counts).flatMap(({ rows }) => rows)
			const minutes = counts.medianMs === null ? '' : String(Math.round(counts.medianMs / 60_000))
			return {
				type: 'text/csv; charset=utf-8',
				// With a byte order mark, without which spreadsheets take UTF-8 for an older encoding.
				text: `\ufeff${[
					['month', 'key', 'count', 'words'],
					...rows.map(({ key, value, label }) => [month.name, key, String(value), label]),
					[month.name, 'median minutes', minutes, ''],
				]
					.map(csvLine)
					.join('')}`,
			}
		},
	},
]
