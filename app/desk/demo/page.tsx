import type { Metadata } from 'next'
import { deskViewer } from '@/app/desk/desk-viewer'
import { noticeIn, type Search } from '@/app/desk/notices'
import { DemoRemoved } from '@/components/desk/demo/demo-removed'
import { RemovalForm } from '@/components/desk/demo/removal-form'
import { PageHead } from '@/components/desk/desk-frame'
import { PageNotice } from '@/components/desk/form/page-notice'
import { planRemoval } from '@/domain/demo/plan'
import { lastRemoval } from '@/domain/demo/removals'
import { hasDemo } from '@/domain/demo/rows'
import { removeDemoAction } from './actions'

export const metadata: Metadata = { title: 'The demo edition' }

export default async function DemoPage({ searchParams }: { searchParams: Search }) {
	const deskUser = await deskViewer('/desk/demo', 'remove the demo edition')
	const notice = await noticeIn(searchParams)
	const isThere = await hasDemo()
	return (
		<>
			<PageHead title={isThere ? 'Remove the demo edition' : 'The demo edition'}>
				<a href="/desk/settings">Settings</a>
			</PageHead>
			{notice && <PageNotice text={notice} />}
			{isThere ? (
				<RemovalForm plan={await planRemoval(deskUser)} action={removeDemoAction} />
			) : (
				<DemoRemoved removal={await lastRemoval(deskUser)} />
			)}
		</>
	)
}
