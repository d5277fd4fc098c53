import type { Metadata } from 'next'
import { endWithOverride } from '@/app/_http/page-errors'
import { viewer } from '@/app/_http/viewer'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { OwnDecisionView } from '@/components/notices/own-decision'
import { COMPLAINT_LENGTH_MAX, complaintState } from '@/domain/notices/complaints'
import { findOwnDecision } from '@/domain/notices/own-decision'
import { siteMessages, siteSettings } from '@/domain/settings'
import { namedError } from '@/lib/error-words'
import { requestContext } from '@/lib/request-context'

export const dynamic = 'force-dynamic'

export const generateMetadata = async (): Promise<Metadata> =>
	pageMetadata({ title: (await siteMessages()).decisions.title, path: '/decisions', hidden: true })

export default async function DecisionPage({ params }: { params: Promise<{ comment: string }> }) {
	const { comment: id } = await params
	const found = /^[1-9]\d{0,14}$/.test(id) ? await findOwnDecision(await viewer(), Number(id)) : null
	if (!found) return endWithOverride(namedError(404, 'noComment'))
	return (
		<ReaderPage path={`/decisions/${id}`}>
			<OwnDecisionView
				found={found}
				locale={await siteSettings()}
				complaint={{
					state: await complaintState(found.decision, { decisionId: found.decision.id }),
					lengthMax: COMPLAINT_LENGTH_MAX,
					refused: requestContext().form,
				}}
			/>
		</ReaderPage>
	)
}
