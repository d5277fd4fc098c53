import type { Metadata } from 'next'
import { endWithOverride } from '@/app/_http/page-errors'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { type Query, queryValue } from '@/app/(reader)/search-params'
import { ReportReceipt } from '@/components/notices/report-receipt'
import { COMPLAINT_LENGTH_MAX, complaintState } from '@/domain/notices/complaints'
import { receiptPath } from '@/domain/notices/mails'
import { findReceipt } from '@/domain/notices/reports'
import { siteMessages, siteSettings } from '@/domain/settings'
import { namedError } from '@/lib/error-words'
import { requestContext } from '@/lib/request-context'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ number: string }>; searchParams: Query }

export const generateMetadata = async (): Promise<Metadata> =>
	pageMetadata({ title: (await siteMessages()).reports.title, path: '/reports/new', hidden: true })

export default async function ReceiptPage({ params, searchParams }: Props) {
	const { number } = await params
	const token = await queryValue(searchParams, 'token')
	const receipt = /^[1-9]\d{0,14}$/.test(number) ? await findReceipt(Number(number), token) : null
	if (!receipt) return endWithOverride(namedError(404, 'noReport'))
	return (
		<ReaderPage path="/" here={receiptPath(receipt.id, token)}>
			<ReportReceipt
				receipt={receipt}
				token={token}
				locale={await siteSettings()}
				complaint={{
					state: await complaintState(receipt.decision, { reportId: receipt.id }),
					lengthMax: COMPLAINT_LENGTH_MAX,
					refused: requestContext().form,
				}}
			/>
		</ReaderPage>
	)
}
