import type { Metadata } from 'next'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { type Query, queryValue } from '@/app/(reader)/search-params'
import { AccessibilityStatement } from '@/components/accessibility/statement'
import { MESSAGE_KEPT_DAYS, MESSAGE_LENGTH_MAX } from '@/domain/accessibility-messages'
import { siteSettings } from '@/domain/settings'
import { messages } from '@/lib/messages/messages'
import { requestContext } from '@/lib/request-context'
import { fromLocalDateTime } from '@/lib/time-zone'

export const dynamic = 'force-dynamic'

const ADDRESS = '/accessibility'

export async function generateMetadata(): Promise<Metadata> {
	const { siteName } = await siteSettings()
	const words = messages().accessibility
	return pageMetadata({
		title: words.title,
		description: words.description(siteName),
		path: ADDRESS,
	})
}

export default async function AccessibilityPage({ searchParams }: { searchParams: Query }) {
	const settings = await siteSettings()
	const { accessibilityReviewedOn, timeZone } = settings
	return (
		<ReaderPage path={ADDRESS}>
			<AccessibilityStatement
				site={settings}
				reviewedOn={
					accessibilityReviewedOn ? fromLocalDateTime(`${accessibilityReviewedOn}T12:00`, timeZone) : null
				}
				keptDays={MESSAGE_KEPT_DAYS}
				lengthMax={MESSAGE_LENGTH_MAX}
				received={(await queryValue(searchParams, 'received')) === 'yes'}
				refused={requestContext().form}
			/>
		</ReaderPage>
	)
}
