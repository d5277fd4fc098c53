import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { viewer } from '@/app/_http/viewer'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { AuthenticatorSetup } from '@/components/people/authenticator-setup'
import { authenticatorSetup } from '@/domain/factors/authenticator'
import { siteMessages } from '@/domain/settings'
import { requestContext } from '@/lib/request-context'

export const dynamic = 'force-dynamic'

export const generateMetadata = async (): Promise<Metadata> =>
	pageMetadata({ title: (await siteMessages()).account.app, path: '/account/authenticator', hidden: true })

/** QR code and key of a new authenticator app, with a field for its first code. */
export default async function AuthenticatorPage() {
	const { person, readerId } = await viewer()
	if (!person) return redirect('/sign-in?next=/account')
	const setup = await authenticatorSetup({ person, readerId })
	if (!setup) return redirect('/account#factors')
	return (
		<ReaderPage path="/account" here="/account/authenticator">
			<AuthenticatorSetup {...setup} refused={requestContext().form} />
		</ReaderPage>
	)
}
