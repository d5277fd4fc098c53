import { handleForm, seeOther } from '@/app/_http/form-route'
import { accountKey } from '@/app/_http/known-browser'
import { clientKey, enforceRateLimit, firstReport, isWithinRateLimit } from '@/app/_http/rate-limits'
import { receiptPath } from '@/domain/notices/mails'
import { sendReport } from '@/domain/notices/reports'
import { normalizeEmail } from '@/domain/people'

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
			// The receipt is shown in any case.
			const mailsReceipt = await isWithinRateLimit('reportMail', accountKey(normalizeEmail(email)))
			const { isFirst, forget } = firstReport(commentId)
			const { id, token } = await sendReport({
				commentId,
				reason,
				explanation,
				goodFaith: goodFaith === 'yes',
				name,
				email,
				honeypot: website,
				...{ isFirst, mailsReceipt },
			}).catch((error) => {
				forget()
				throw error
			})
			return seeOther(receiptPath(id, token))
		},
	})
