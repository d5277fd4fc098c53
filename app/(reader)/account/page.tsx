import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { viewer } from '@/app/viewer'
import { Account } from '@/components/people/account'
import { listOwnComments } from '@/domain/comments/thread'
import { may } from '@/domain/permissions'
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
				staff={may(asking, 'enter the desk')}
				comments={await listOwnComments(asking)}
				clock={await siteSettings()}
			/>
		</ReaderPage>
	)
}
