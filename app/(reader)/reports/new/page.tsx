import type { Metadata } from 'next'
import { endWithOverride } from '@/app/_http/page-errors'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { type Query, queryNumber } from '@/app/(reader)/search-params'
import { ReportForm } from '@/components/notices/report-form'
import { EXPLANATION_LENGTH_MAX, findReportable } from '@/domain/notices/reports'
import { REPORT_KEPT_DAYS } from '@/domain/notices/retention'
import { siteMessages, siteSettings } from '@/domain/settings'
import { namedError } from '@/lib/error-words'
import { requestContext } from '@/lib/request-context'

export const dynamic = 'force-dynamic'

const ADDRESS = '/reports/new'

export const generateMetadata = async (): Promise<Metadata> =>
	pageMetadata({ title: (await siteMessages()).reports.title, path: ADDRESS, hidden: true })

export default async function ReportPage({ searchParams }: { searchParams: Query }) {
	const id = await queryNumber(searchParams, 'comment')
	const comment = id ? await findReportable(id) : null
	if (!comment) return endWithOverride(namedError(404, 'noComment'))
	const { reportsToHold } = await siteSettings()
	return (
		<ReaderPage path={`${ADDRESS}?comment=${id}`}>
			<ReportForm
				comment={comment}
				lengthMax={EXPLANATION_LENGTH_MAX}
				keptDays={REPORT_KEPT_DAYS}
				reportsToHold={reportsToHold}
				refused={requestContext().form}
			/>
		</ReaderPage>
	)
}
