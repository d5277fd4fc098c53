import type { Metadata } from 'next'
import { islandsScript } from '@/app/_http/islands-script'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { type Query, queryValue } from '@/app/(reader)/search-params'
import { PasskeyForm, PasskeyScript } from '@/components/people/passkey-form'
import { ProviderButtons } from '@/components/people/provider-buttons'
import { ProviderNotice } from '@/components/people/provider-notice'
import { SignInForm } from '@/components/people/sign-in-form'
import { SignInLinkForm } from '@/components/people/sign-in-link-form'
import { relyingParty } from '@/domain/factors/passkeys'
import { siteMessages } from '@/domain/settings'
import { env } from '@/lib/env'
import { requestContext } from '@/lib/request-context'
import { problemIn, providerToConnect } from '@/lib/sign-in-providers'
import { safeReturnPath } from '@/lib/urls'

export const dynamic = 'force-dynamic'

export const generateMetadata = async (): Promise<Metadata> =>
	pageMetadata({ title: (await siteMessages()).signIn.title, path: '/sign-in', hidden: true })

export default async function SignInPage({ searchParams }: { searchParams: Query }) {
	const refused = requestContext().form
	const next = safeReturnPath(refused?.values.next?.[0] ?? (await queryValue(searchParams, 'next')))
	const link = refused ? '' : await queryValue(searchParams, 'link')
	const accountCreated = !refused && (await queryValue(searchParams, 'account')) === 'made'
	const passwordSet = !refused && (await queryValue(searchParams, 'password')) === 'set'
	const toConnect = providerToConnect(next)
	const problem = problemIn(await queryValue(searchParams, 'problem'), await queryValue(searchParams, 'with'))
	return (
		<ReaderPage path={next} here="/sign-in">
			{link ? (
				<SignInLinkForm link={link} next={next} />
			) : (
				<SignInForm
					next={next}
					refused={refused}
					accountMade={accountCreated}
					passwordSet={passwordSet}
					notice={<ProviderNotice problem={refused ? null : problem} toConnect={toConnect} />}
				>
					{relyingParty() && <PasskeyForm use="sign-in" next={next} />}
					<ProviderButtons
						providers={env.providers.filter((each) => each !== toConnect)}
						next={next}
						makesAccounts={toConnect === null}
					/>
				</SignInForm>
			)}
			<PasskeyScript src={islandsScript('passkeys')} />
		</ReaderPage>
	)
}
