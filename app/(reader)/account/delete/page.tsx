import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { viewer } from '@/app/_http/viewer'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { DeleteAccount } from '@/components/people/delete-account'
import { deletionFacts } from '@/domain/own-data/deletable'
import { mergeBrowserReader } from '@/domain/readers'
import { siteMessages } from '@/domain/settings'
import { requestContext } from '@/lib/request-context'

export const dynamic = 'force-dynamic'

const PATH = '/account/delete'

export const generateMetadata = async (): Promise<Metadata> =>
	pageMetadata({ title: (await siteMessages()).deletion.title, path: PATH, hidden: true })

export default async function DeleteAccountPage() {
	const asking = await viewer()
	const { person } = asking
	if (!person) return redirect(`/sign-in?next=${PATH}`)
	await mergeBrowserReader(asking)
	return (
		<ReaderPage path={PATH}>
			<DeleteAccount facts={await deletionFacts({ ...asking, person })} refused={requestContext().form} />
		</ReaderPage>
	)
}
