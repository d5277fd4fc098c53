import { seeOther } from '@/app/_http/form-route'
import { recoveryCodesIn } from '@/app/_http/recovery-codes-cookie'
import { viewerFromRequest } from '@/app/_http/viewer-from-request'
import { siteSettings } from '@/domain/settings'
import { messages } from '@/lib/messages/messages'

/** The new recovery codes as a text file. */
export async function GET(request: Request): Promise<Response> {
	const { person } = await viewerFromRequest(request)
	const codes = person ? recoveryCodesIn(request.headers.get('cookie'), person.id) : []
	if (codes.length === 0) return seeOther('/account')
	const { siteName } = await siteSettings()
	const text = `${messages().account.codesFile(person?.email ?? '', siteName)}\r\n\r\n`
	return new Response(`${text}${codes.join('\r\n')}\r\n`, {
		headers: {
			'Content-Type': 'text/plain; charset=utf-8',
			'Content-Disposition': 'attachment; filename="recovery-codes.txt"',
			'Cache-Control': 'no-store',
		},
	})
}
