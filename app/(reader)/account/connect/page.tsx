import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { waitingAccount } from '@/app/_http/provider-cookies'
import { viewer } from '@/app/_http/viewer'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { type Query, queryValue } from '@/app/(reader)/search-params'
import { ConnectForm } from '@/components/people/connect-form'
import { siteMessages } from '@/domain/settings'
import { CONNECT_PATH, connectPath, isProvider } from '@/lib/sign-in-providers'
import { safeReturnPath } from '@/lib/urls'

export const dynamic = 'force-dynamic'

export const generateMetadata = async (): Promise<Metadata> =>
	pageMetadata({ title: (await siteMessages()).providers.connectTitle, path: CONNECT_PATH, hidden: true })

/** Asks whether the account at a provider that was signed in to before is to be connected to the viewer's. */
export default async function ConnectPage({ searchParams }: { searchParams: Query }) {
	const next = safeReturnPath(await queryValue(searchParams, 'next'))
	const { person } = await viewer()
	if (!person) {
		const provider = await queryValue(searchParams, 'with')
		const page = isProvider(provider) ? connectPath(provider, next) : '/account'
		return redirect(`/sign-in?next=${encodeURIComponent(page)}`)
	}
	return (
		<ReaderPage path="/account" here={CONNECT_PATH}>
			<ConnectForm
				account={waitingAccount((await headers()).get('cookie'))}
				ownEmail={person.email ?? person.name}
				next={next}
			/>
		</ReaderPage>
	)
}
