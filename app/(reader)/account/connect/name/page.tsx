import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { waitingAccount } from '@/app/_http/provider-cookies'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { type Query, queryValue } from '@/app/(reader)/search-params'
import { NewNameForm } from '@/components/people/new-name-form'
import { proposedName } from '@/domain/external-accounts'
import { siteMessages } from '@/domain/settings'
import { requestContext } from '@/lib/request-context'
import { NEW_NAME_PATH } from '@/lib/sign-in-providers'
import { safeReturnPath } from '@/lib/urls'

export const dynamic = 'force-dynamic'

export const generateMetadata = async (): Promise<Metadata> =>
	pageMetadata({ title: (await siteMessages()).publicName.choose, path: NEW_NAME_PATH, hidden: true })

/** Form for the public name at a first sign-in through a provider, before there is an account. */
export default async function NewNamePage({ searchParams }: { searchParams: Query }) {
	const account = waitingAccount((await headers()).get('cookie'))
	return (
		<ReaderPage path="/account" here={NEW_NAME_PATH}>
			<NewNameForm
				account={account && { provider: account.provider, name: proposedName(account) }}
				next={safeReturnPath(await queryValue(searchParams, 'next'))}
				refused={requestContext().form}
			/>
		</ReaderPage>
	)
}
