import type { Metadata } from 'next'
import { viewer } from '@/app/_http/viewer'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { type Query, queryValue } from '@/app/(reader)/search-params'
import { ConfirmEmailForm } from '@/components/people/confirm-email-form'
import { findConfirmation } from '@/domain/email-confirmation'
import { siteMessages } from '@/domain/settings'
import { requestContext } from '@/lib/request-context'
import { safeReturnPath } from '@/lib/urls'

export const dynamic = 'force-dynamic'

export const generateMetadata = async (): Promise<Metadata> =>
	pageMetadata({ title: (await siteMessages()).signIn.confirmEmail, path: '/sign-up/confirm', hidden: true })

export default async function ConfirmEmailPage({ searchParams }: { searchParams: Query }) {
	const refused = requestContext().form
	const token = await queryValue(searchParams, 'token')
	const next = safeReturnPath(refused?.values.next?.[0] ?? (await queryValue(searchParams, 'next')))
	const found = await findConfirmation(token, await viewer())
	return (
		<ReaderPage path="/account" here="/sign-up/confirm">
			<ConfirmEmailForm token={found ? token : null} endsSignIns={found?.endsSignIns ?? false} next={next} />
		</ReaderPage>
	)
}
