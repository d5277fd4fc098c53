import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { islandsScript } from '@/app/_http/islands-script'
import { viewer } from '@/app/_http/viewer'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { type Query, queryValue } from '@/app/(reader)/search-params'
import { ConfirmForm } from '@/components/people/confirm-form'
import { PasskeyForm, PasskeyScript } from '@/components/people/passkey-form'
import { ProviderButtons } from '@/components/people/provider-buttons'
import { connectedProviders } from '@/domain/external-accounts'
import { confirmChoices } from '@/domain/recent-sign-in'
import { siteMessages } from '@/domain/settings'
import { requestContext } from '@/lib/request-context'
import { safeReturnPath } from '@/lib/urls'

export const dynamic = 'force-dynamic'

export const generateMetadata = async (): Promise<Metadata> =>
	pageMetadata({ title: (await siteMessages()).account.confirm, path: '/account/confirm', hidden: true })

/** Asks for the password or a code: before a page or download, or in place of a form that needs a recent sign-in. */
export default async function ConfirmPage({ searchParams }: { searchParams: Query }) {
	const asking = await viewer()
	if (!asking.person) return redirect('/sign-in?next=/account')
	const refused = requestContext().form
	const next = safeReturnPath(await queryValue(searchParams, 'next'))
	// The server chooses the form, since a forged address could name another target of the password.
	const action = refused ? await queryValue(searchParams, 'form') : '/session/confirm'
	const choices = await confirmChoices(asking)
	const again = choices.password ? [] : await connectedProviders(asking.person.id)
	return (
		<ReaderPage path="/account" here="/account/confirm">
			<ConfirmForm
				action={action}
				values={refused?.values ?? { next: [next] }}
				choices={choices}
				refused={refused}
			>
				{choices.passkey && <PasskeyForm use="confirm" />}
				<ProviderButtons providers={again} next={refused ? '/account' : next} />
			</ConfirmForm>
			<PasskeyScript src={islandsScript('passkeys')} />
		</ReaderPage>
	)
}
