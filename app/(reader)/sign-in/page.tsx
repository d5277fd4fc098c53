import type { Metadata } from 'next'
import { islandsScript } from '@/app/_http/islands-script'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { type Query, queryValue } from '@/app/(reader)/search-params'
import { PasskeyForm, PasskeyScript } from '@/components/people/passkey-form'
import { ProviderButtons } from '@/components/people/provider-buttons'
import { ProviderNotice } from '@/components/people/provider-notice'
import { SignInForm, type SignInNotice } from '@/components/people/sign-in-form'
import { SignInLinkForm } from '@/components/people/sign-in-link-form'
import { relyingParty } from '@/domain/factors/passkeys'
import { siteMessages } from '@/domain/settings'
import { findSignInLink } from '@/domain/sign-in-links'
import { env } from '@/lib/env'
import { requestContext } from '@/lib/request-context'
import { problemIn, providerToConnect } from '@/lib/sign-in-providers'
import { safeReturnPath } from '@/lib/urls'

export const dynamic = 'force-dynamic'

export const generateMetadata = async (): Promise<Metadata> =>
	pageMetadata({ title: (await siteMessages()).signIn.title, path: '/sign-in', hidden: true })

/** Notices by what was done just before. */
const NOTICES: Record<string, SignInNotice> = {
	made: 'accountMade',
	confirmed: 'emailConfirmed',
	deleted: 'accountDeleted',
	sent: 'linkMailed',
	set: 'passwordSet',
}

export default async function SignInPage({ searchParams }: { searchParams: Query }) {
	const refused = requestContext().form
	const next = safeReturnPath(refused?.values.next?.[0] ?? (await queryValue(searchParams, 'next')))
	const link = refused ? '' : await queryValue(searchParams, 'link')
	const query = (name: string) => queryValue(searchParams, name)
	const toConnect = providerToConnect(next)
	const problem = problemIn(await query('problem'), await query('with'))
	const done = [await query('account'), await query('password'), await query('mail')].find(Boolean) ?? ''
	return (
		<ReaderPage path={next} here="/sign-in">
			{link ? (
				<SignInLinkForm link={link} account={await findSignInLink(link)} next={next} />
			) : (
				<SignInForm
					next={next}
					refused={refused}
					mails={env.smtpUrl !== ''}
					notice={refused ? null : noticeOf(done)}
					providerNotice={<ProviderNotice problem={refused ? null : problem} toConnect={toConnect} />}
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

function noticeOf(done: string): SignInNotice | null {
	if (done === 'made' && env.smtpUrl) return 'accountMadeMailed'
	return Object.hasOwn(NOTICES, done) ? (NOTICES[done] ?? null) : null
}
