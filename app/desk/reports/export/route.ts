import { confirmFirst } from '@/app/_http/confirm-sign-in'
import { viewer } from '@/app/_http/viewer'
import { EXPORT_COLUMNS, exportNotices } from '@/domain/notices/export'
import { authorize, type StaffViewer } from '@/domain/permissions'
import { requireRecentSignIn } from '@/domain/recent-sign-in'
import { csvLine } from '@/lib/csv'
import { isRefusal } from '@/lib/refusal'
import { type Download, requestContext } from '@/lib/request-context'

/** Streams all reports, decisions and complaints without names, as CSV or JSON. */
export async function GET(request: Request): Promise<Response> {
	try {
		const deskUser = await viewer()
		authorize(deskUser, 'moderate comments')
		requireRecentSignIn(deskUser)
		const isJson = new URL(request.url).searchParams.get('format') === 'json'
		requestContext().download = isJson ? json(deskUser) : csv(deskUser)
		return new Response(null)
	} catch (error) {
		if (!isRefusal(error)) throw error
		if (error.code === 'unconfirmed') return confirmFirst(request)
		return Response.json({ message: error.message }, { status: error.code === 'unauthenticated' ? 401 : 403 })
	}
}

const csv = (deskUser: StaffViewer): Download => ({
	type: 'text/csv; charset=utf-8',
	fileName: 'reports.csv',
	chunks: (async function* () {
		// With a byte order mark, without which spreadsheets take UTF-8 for an older encoding.
		yield `\ufeff${csvLine([...EXPORT_COLUMNS])}`
		for await (const rows of exportNotices(deskUser))
			yield rows.map((row) => csvLine(EXPORT_COLUMNS.map((column) => row[column]))).join('')
	})(),
})

const json = (deskUser: StaffViewer): Download => ({
	type: 'application/json',
	fileName: 'reports.json',
	chunks: (async function* () {
		let separator = '[\n'
		for await (const rows of exportNotices(deskUser))
			for (const row of rows) {
				yield separator + JSON.stringify(row)
				separator = ',\n'
			}
		yield separator === '[\n' ? '[]\n' : '\n]\n'
	})(),
})
