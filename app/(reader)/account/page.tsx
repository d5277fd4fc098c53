import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { islandsScript } from '@/app/_http/islands-script'
import { viewer } from '@/app/_http/viewer'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { type Query, queryValue } from '@/app/(reader)/search-params'
import { Account } from '@/components/people/account'
import { DataSection } from '@/components/people/data-section'
import { EmailSection } from '@/components/people/email-section'
import { FactorSection } from '@/components/people/factor-section'
import { NameSection } from '@/components/people/name-section'
import { PasskeyScript } from '@/components/people/passkey-form'
import { PasswordSection } from '@/components/people/password-section'
import { ProviderSection } from '@/components/people/provider-section'
import { SessionList } from '@/components/people/session-list'
import { emailConfirmedAt } from '@/domain/email-confirmation'
import { listExternalAccounts } from '@/domain/external-accounts'
import { factorsOf } from '@/domain/factors/factors'
import { relyingParty } from '@/domain/factors/passkeys'
import { can } from '@/domain/permissions'
import { countUnread } from '@/domain/reader-notices/seen'
import { passwordHashOf } from '@/domain/recent-sign-in'
import { listSessions } from '@/domain/sessions'
import { siteMessages, siteSettings } from '@/domain/settings'
import { env } from '@/lib/env'
import { requestContext } from '@/lib/request-context'
import { problemIn } from '@/lib/sign-in-providers'

export const dynamic = 'force-dynamic'

export const generateMetadata = async (): Promise<Metadata> =>
	pageMetadata({ title: (await siteMessages()).account.title, path: '/account', hidden: true })

export default async function AccountPage({ searchParams }: { searchParams: Query }) {
	const asking = await viewer()
	if (!asking.person) return redirect('/sign-in?next=/account')
	const locale = await siteSettings()
	const refused = requestContext().form
	const hasPassword = (await passwordHashOf(asking.person.id)) !== null
	return (
		<ReaderPage path="/account">
			<Account
				person={asking.person}
				staff={can(asking, 'enter the desk')}
				done={await queryValue(searchParams, 'done')}
				refused={refused}
				unread={await countUnread(asking)}
			>
				<NameSection name={asking.person.name} refused={refused} />
				<EmailSection
					confirmedAt={await emailConfirmedAt(asking.person.id)}
					mails={env.smtpUrl !== ''}
					locale={locale}
				/>
				<PasswordSection refused={refused} hasPassword={hasPassword} />
				<ProviderSection
					connected={await listExternalAccounts(asking.person.id)}
					offered={env.providers}
					problem={problemIn(
						await queryValue(searchParams, 'problem'),
						await queryValue(searchParams, 'with'),
					)}
					locale={locale}
				/>
				<FactorSection
					factors={await factorsOf(asking.person.id)}
					locale={locale}
					offersPasskeys={relyingParty() !== null}
				/>
				<SessionList sessions={await listSessions(asking)} locale={locale} />
				<DataSection />
				<PasskeyScript src={islandsScript('passkeys')} />
			</Account>
		</ReaderPage>
	)
}
