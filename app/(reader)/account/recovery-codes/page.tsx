import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { recoveryCodesIn } from '@/app/_http/recovery-codes-cookie'
import { viewer } from '@/app/_http/viewer'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { RecoveryCodes } from '@/components/people/recovery-codes'
import { siteMessages } from '@/domain/settings'

export const dynamic = 'force-dynamic'

export const generateMetadata = async (): Promise<Metadata> =>
	pageMetadata({
		title: (await siteMessages()).account.recoveryCodes,
		path: '/account/recovery-codes',
		hidden: true,
	})

/** The new recovery codes, until they are kept or ten minutes have passed. */
export default async function RecoveryCodesPage() {
	const { person } = await viewer()
	if (!person) return redirect('/sign-in?next=/account')
	const codes = recoveryCodesIn((await headers()).get('cookie'), person.id)
	if (codes.length === 0) return redirect('/account#factors')
	return (
		<ReaderPage path="/account" here="/account/recovery-codes">
			<RecoveryCodes codes={codes} />
		</ReaderPage>
	)
}
