import type { Metadata } from 'next'
import { islandsScript } from '@/app/_http/islands-script'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { type Query, queryValue } from '@/app/(reader)/search-params'
import { PasskeyForm, PasskeyScript } from '@/components/people/passkey-form'
import { SignInForm, type SignInNotice } from '@/components/people/sign-in-form'
import { SignInLinkForm } from '@/components/people/sign-in-link-form'
import { relyingParty } from '@/domain/factors/passkeys'
import { siteMessages } from '@/domain/settings'
import { env } from '@/lib/env'
import { requestContext } from '@/lib/request-context'
import { safeReturnPath } from '@/lib/urls'

export const dynamic = 'force-dynamic'

export const generateMetadata = async (): Promise<Metadata> =>
	pageMetadata({ title: (await siteMessages()).signIn.title, path: '/sign-in', hidden: true })

export default async function SignInPage({ searchParams }: { searchParams: Query }) {
	const refused = requestContext().form
	const next = safeReturnPath(refused?.values.next?.[0] ?? (await queryValue(searchParams, 'next')))
	const link = refused ? '' : await queryValue(searchParams, 'link')
	const account = await queryValue(searchParams, 'account')
	const notice = refused ? null : noticeOf(account, await queryValue(searchParams, 'password'))
	return (
		<ReaderPage path={next} here="/sign-in">
			{link ? (
				<SignInLinkForm link={link} next={next} />
			) : (
				<SignInForm next={next} refused={refused} notice={notice}>
					{relyingParty() && <PasskeyForm use="sign-in" next={next} />}
				</SignInForm>
			)}
			<PasskeyScript src={islandsScript('passkeys')} />
		</ReaderPage>
	)
}

function noticeOf(account: string, password: string): SignInNotice | null {
	if (account === 'made') return env.smtpUrl ? 'accountMadeMailed' : 'accountMade'
	if (account === 'confirmed') return 'emailConfirmed'
	return password === 'set' ? 'passwordSet' : null
}
