import type { Metadata } from 'next'
import { endWithOverride } from '@/app/_http/page-errors'
import { viewer } from '@/app/_http/viewer'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { type Query, queryValue } from '@/app/(reader)/search-params'
import { OwnDecisionView } from '@/components/notices/own-decision'
import { COMPLAINT_LENGTH_MAX, complaintState } from '@/domain/notices/complaints'
import { decisionPath, findOwnDecision } from '@/domain/notices/own-decision'
import { siteMessages, siteSettings } from '@/domain/settings'
import { namedError } from '@/lib/error-words'
import { requestContext } from '@/lib/request-context'

export const dynamic = 'force-dynamic'

export const generateMetadata = async (): Promise<Metadata> =>
	pageMetadata({ title: (await siteMessages()).decisions.title, path: '/decisions', hidden: true })

type Props = { params: Promise<{ comment: string }>; searchParams: Query }

export default async function DecisionPage({ params, searchParams }: Props) {
	const { comment: id } = await params
	const token = await queryValue(searchParams, 'token')
	const found = /^[1-9]\d{0,14}$/.test(id) ? await findOwnDecision(await viewer(), Number(id), token) : null
	if (!found) return endWithOverride(namedError(404, 'noComment'))
	return (
		<ReaderPage path={`/decisions/${id}`} here={decisionPath(Number(id), token)}>
			<OwnDecisionView
				found={found}
				token={token}
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
