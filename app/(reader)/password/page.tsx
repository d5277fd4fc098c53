import type { Metadata } from 'next'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { type Query, queryValue } from '@/app/(reader)/search-params'
import { NewPasswordForm, PasswordLinkForm } from '@/components/people/password-forms'
import { isOpenPasswordLink } from '@/domain/password-links'
import { siteMessages } from '@/domain/settings'
import { env } from '@/lib/env'
import { requestContext } from '@/lib/request-context'

export const dynamic = 'force-dynamic'

export const generateMetadata = async (): Promise<Metadata> =>
	pageMetadata({ title: (await siteMessages()).signIn.newPasswordTitle, path: '/password', hidden: true })

export default async function PasswordPage({ searchParams }: { searchParams: Query }) {
	const token = await queryValue(searchParams, 'token')
	const refused = requestContext().form
	return (
		<ReaderPage path="/sign-in" here="/password">
			{token ? (
				<NewPasswordForm
					token={(await isOpenPasswordLink(token)) ? token : null}
					disconnects={env.providers.length > 0}
					refused={refused}
				/>
			) : (
				<PasswordLinkForm
					mails={env.smtpUrl !== ''}
					sent={(await queryValue(searchParams, 'sent')) === 'yes'}
					refused={refused}
				/>
			)}
		</ReaderPage>
	)
}
