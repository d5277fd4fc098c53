import { viewer } from '@/app/_http/viewer'
import { exportLog, type LogFilter } from '@/domain/audit-log'
import { authorize, type StaffViewer } from '@/domain/permissions'
import { siteSettings } from '@/domain/settings'
import { csvLine } from '@/lib/csv'
import { isRefusal } from '@/lib/refusal'
import { type Download, requestContext } from '@/lib/request-context'
import { filterIn, lineOf } from '../log-lines'

/** Streams the log with the page's filter as CSV or JSON. */
export async function GET(request: Request): Promise<Response> {
	const params = Object.fromEntries(new URL(request.url).searchParams)
	const locale = await siteSettings()
	try {
		const deskUser = await viewer()
		authorize(deskUser, 'read the log')
		const filter = filterIn(params, locale.timeZone)
		requestContext().download =
			params.format === 'json' ? json(deskUser, filter, locale) : csv(deskUser, filter, locale)
		return new Response(null)
	} catch (error) {
		if (!isRefusal(error)) throw error
		return Response.json({ message: error.message }, { status: error.code === 'unauthenticated' ? 401 : 403 })
	}
}

type Locale = { language: string; timeZone: string }

const csv = (deskUser: StaffViewer, filter: LogFilter, locale: Locale): Download => ({
	type: 'text/csv; charset=utf-8',
	fileName: 'log.csv',
	chunks: (async function* () {
		// With a byte order mark, without which spreadsheets take UTF-8 for an older encoding.
		yield `\ufeff${csvLine(['number', 'time', 'person', 'action', 'about', 'sentence', 'changes'])}`
		for await (const events of exportLog(deskUser, filter))
			yield events
				.map((event) => {
					const { person, sentence, changes } = lineOf(event, locale)
					const told = changes.map(({ field, from, to }) =>
						from === null ? `${field}: ${to}` : `${field}: ${from} → ${to}`,
					)
					return csvLine([
						String(event.id),
						event.at.toISOString(),
						person,
						event.action,
						event.subject,
						sentence,
						told.join('\n'),
					])
				})
				.join('')
	})(),
})

const json = (deskUser: StaffViewer, filter: LogFilter, locale: Locale): Download => ({
	type: 'application/json',
	fileName: 'log.json',
	chunks: (async function* () {
		let isFirst = true
		yield '['
		for await (const events of exportLog(deskUser, filter)) {
			const items = events.map((event) => {
				const { id, at, action, subject, detail } = event
				const { person, sentence } = lineOf(event, locale)
				return JSON.stringify({ id, at, person, action, subject, sentence, detail })
			})
			yield (isFirst ? '\n' : ',\n') + items.join(',\n')
			isFirst = false
		}
		yield '\n]\n'
	})(),
})
