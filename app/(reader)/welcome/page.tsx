import type { Metadata } from 'next'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { type Query, queryValue } from '@/app/(reader)/search-params'
import { WelcomeForm } from '@/components/people/welcome-form'
import { findInvitation } from '@/domain/invitations'
import { siteMessages, siteSettings } from '@/domain/settings'
import { requestContext } from '@/lib/request-context'

export const dynamic = 'force-dynamic'

export const generateMetadata = async (): Promise<Metadata> =>
	pageMetadata({ title: (await siteMessages()).signIn.welcome, path: '/welcome', hidden: true })

export default async function WelcomePage({ searchParams }: { searchParams: Query }) {
	const token = await queryValue(searchParams, 'token')
	const { siteName } = await siteSettings()
	return (
		<ReaderPage>
			<WelcomeForm
				siteName={siteName}
				token={token}
				invitation={await findInvitation(token)}
				refused={requestContext().form}
			/>
		</ReaderPage>
	)
}
