import type { Metadata } from 'next'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { type Query, queryValue } from '@/app/(reader)/search-params'
import { ProviderButtons } from '@/components/people/provider-buttons'
import { SignUpForm } from '@/components/people/sign-up-form'
import { siteMessages } from '@/domain/settings'
import { env } from '@/lib/env'
import { requestContext } from '@/lib/request-context'
import { safeReturnPath } from '@/lib/urls'

export const dynamic = 'force-dynamic'

export const generateMetadata = async (): Promise<Metadata> =>
	pageMetadata({ title: (await siteMessages()).signIn.makeAccount, path: '/sign-up', hidden: true })

export default async function SignUpPage({ searchParams }: { searchParams: Query }) {
	const refused = requestContext().form
	const next = safeReturnPath(refused?.values.next?.[0] ?? (await queryValue(searchParams, 'next')))
	return (
		<ReaderPage path={next} here="/sign-up">
			<SignUpForm next={next} mails={env.smtpUrl !== ''} refused={refused}>
				<ProviderButtons providers={env.providers} next={next} makesAccounts />
			</SignUpForm>
		</ReaderPage>
	)
}
