import { confirmFirst } from '@/app/_http/confirm-sign-in'
import { viewer } from '@/app/_http/viewer'
import { exportLog, type LogFilter } from '@/domain/audit-log'
import { authorize, type StaffViewer } from '@/domain/permissions'
import { requireRecentSignIn } from '@/domain/recent-sign-in'
import { csvLine } from '@/lib/csv'
import { isRefusal } from '@/lib/refusal'
import { type Download, requestContext } from '@/lib/request-context'
import { filterIn, type LogWords, lineOf, logWords } from '../log-lines'

/** Streams the log with the page's filter as CSV or JSON. */
export async function GET(request: Request): Promise<Response> {
	const params = Object.fromEntries(new URL(request.url).searchParams)
	try {
		const deskUser = await viewer()
		authorize(deskUser, 'read the log')
		requireRecentSignIn(deskUser)
		const words = await logWords(deskUser)
		const filter = filterIn(params, words.timeZone)
		requestContext().download =
			params.format === 'json' ? json(deskUser, filter, words) : csv(deskUser, filter, words)
		return new Response(null)
	} catch (error) {
		if (!isRefusal(error)) throw error
		if (error.code === 'unconfirmed') return confirmFirst(request)
		return Response.json({ message: error.message }, { status: error.code === 'unauthenticated' ? 401 : 403 })
	}
}

const csv = (deskUser: StaffViewer, filter: LogFilter, words: LogWords): Download => ({
	type: 'text/csv; charset=utf-8',
	fileName: 'log.csv',
	chunks: (async function* () {
		// With a byte order mark, without which spreadsheets take UTF-8 for an older encoding.
		yield `\ufeff${csvLine(['number', 'time', 'person', 'action', 'about', 'sentence', 'changes'])}`
		for await (const events of exportLog(deskUser, filter))
			yield events
				.map((event) => {
					const { person, sentence, changes } = lineOf(event, words)
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

const json = (deskUser: StaffViewer, filter: LogFilter, words: LogWords): Download => ({
	type: 'application/json',
	fileName: 'log.json',
	chunks: (async function* () {
		let isFirst = true
		yield '['
		for await (const events of exportLog(deskUser, filter)) {
			const items = events.map((event) => {
				const { id, at, action, subject, detail } = event
				const { person, sentence } = lineOf(event, words)
				return JSON.stringify({ id, at, person, action, subject, sentence, detail })
			})
			yield (isFirst ? '\n' : ',\n') + items.join(',\n')
			isFirst = false
		}
		yield '\n]\n'
	})(),
})
