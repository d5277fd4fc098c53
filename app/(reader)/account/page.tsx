import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { viewer } from '@/app/_http/viewer'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { Account } from '@/components/people/account'
import { listOwnComments } from '@/domain/comments/thread'
import { can } from '@/domain/permissions'
import { siteSettings } from '@/domain/settings'

export const dynamic = 'force-dynamic'

export const generateMetadata = (): Promise<Metadata> =>
	pageMetadata({ title: 'Your account', path: '/account', hidden: true })

export default async function AccountPage() {
	const asking = await viewer()
	if (!asking.person) return redirect('/sign-in?next=/account')
	return (
		<ReaderPage path="/account">
			<Account
				person={asking.person}
				staff={can(asking, 'enter the desk')}
				comments={await listOwnComments(asking)}
				locale={await siteSettings()}
			/>
		</ReaderPage>
	)
}
