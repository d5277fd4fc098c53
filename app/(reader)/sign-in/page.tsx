import type { Metadata } from 'next'
import { islandsScript } from '@/app/_http/islands-script'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { type Query, queryValue } from '@/app/(reader)/search-params'
import { PasskeyForm, PasskeyScript } from '@/components/people/passkey-form'
import { SignInForm } from '@/components/people/sign-in-form'
import { SignInLinkForm } from '@/components/people/sign-in-link-form'
import { relyingParty } from '@/domain/factors/passkeys'
import { siteMessages } from '@/domain/settings'
import { requestContext } from '@/lib/request-context'
import { safeReturnPath } from '@/lib/urls'

export const dynamic = 'force-dynamic'

export const generateMetadata = async (): Promise<Metadata> =>
	pageMetadata({ title: (await siteMessages()).signIn.title, path: '/sign-in', hidden: true })

export default async function SignInPage({ searchParams }: { searchParams: Query }) {
	const refused = requestContext().form
	const next = safeReturnPath(refused?.values.next?.[0] ?? (await queryValue(searchParams, 'next')))
	const link = refused ? '' : await queryValue(searchParams, 'link')
	const account = refused ? '' : await queryValue(searchParams, 'account')
	const passwordSet = !refused && (await queryValue(searchParams, 'password')) === 'set'
	return (
		<ReaderPage path={next} here="/sign-in">
			{link ? (
				<SignInLinkForm link={link} next={next} />
			) : (
				<SignInForm
					next={next}
					refused={refused}
					accountMade={account === 'made'}
					accountDeleted={account === 'deleted'}
					passwordSet={passwordSet}
				>
					{relyingParty() && <PasskeyForm use="sign-in" next={next} />}
				</SignInForm>
			)}
			<PasskeyScript src={islandsScript('passkeys')} />
		</ReaderPage>
	)
}
