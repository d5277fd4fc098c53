import { handleForm, seeOther } from '@/app/_http/form-route'
import { clientKey, enforceRateLimit, firstReport } from '@/app/_http/rate-limits'
import { receiptPath } from '@/domain/notices/mails'
import { sendReport } from '@/domain/notices/reports'

/** Sends a report of a comment to the newsroom; the answer is the page of its receipt. */
export const POST = (request: Request): Promise<Response> =>
	handleForm(request, {
		page: ({ comment = '' }) => `/reports/new?comment=${/^\d{1,15}$/.test(comment) ? comment : 0}`,
		run: async ({
			comment = '',
			reason = '',
			explanation = '',
			goodFaith,
			name = '',
			email = '',
			website,
		}) => {
			await enforceRateLimit('report', clientKey())
			const commentId = /^\d{1,15}$/.test(comment) ? Number(comment) : 0
			const { isFirst, forget } = firstReport(commentId)
			const { id, token } = await sendReport({
				commentId,
				reason,
				explanation,
				goodFaith: goodFaith === 'yes',
				name,
				email,
				honeypot: website,
				isFirst,
			}).catch((error) => {
				forget()
				throw error
			})
			return seeOther(receiptPath(id, token))
		},
	})
