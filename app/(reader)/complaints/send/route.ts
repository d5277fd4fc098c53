import { handleForm, seeOther } from '@/app/_http/form-route'
import { clientKey, enforceRateLimit } from '@/app/_http/rate-limits'
import { viewerFromRequest } from '@/app/_http/viewer-from-request'
import { fileComplaint } from '@/domain/notices/complaints'
import { receiptPath } from '@/domain/notices/mails'
import { decisionPath } from '@/domain/notices/own-decision'

type Fields = Record<string, string>

const numberIn = (text = ''): number => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : 0)

/** The page with the decision: of the author's comment, or of the report with its token. */
const pageOf = ({ comment, report, token = '' }: Fields): string =>
	report === undefined
		? decisionPath(numberIn(comment), tokenIn(token))
		: receiptPath(numberIn(report), tokenIn(token))

/** A token as it stands in an address; an invalid one is empty. */
const tokenIn = (token: string): string => (/^[\w-]{1,64}$/.test(token) ? token : '')

/** Files a complaint against a decision about a comment. */
export const POST = (request: Request): Promise<Response> =>
	handleForm(request, {
		page: pageOf,
		run: async (fields) => {
			await enforceRateLimit('report', clientKey())
			const { comment, report, token = '', text = '' } = fields
			const from =
				report === undefined
					? { commentId: numberIn(comment), token: tokenIn(token) }
					: { reportId: numberIn(report), token: tokenIn(token) }
			await fileComplaint(await viewerFromRequest(request), from, text)
			return seeOther(`${pageOf(fields)}#complaint`)
		},
	})
