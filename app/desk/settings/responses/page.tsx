import type { Metadata } from 'next'
import { deskViewer } from '@/app/desk/desk-viewer'
import { noticeIn, type Search } from '@/app/desk/notices'
import { ResponsesForm } from '@/components/desk/settings/responses-form'
import { siteSettings } from '@/domain/settings'
import { changeSettingsAction } from '../actions'
import { SettingsScreen } from '../settings-screen'

export const metadata: Metadata = { title: 'Settings: Readers’ responses' }

export default async function ResponseSettingsPage({ searchParams }: { searchParams: Search }) {
	await deskViewer('/desk/settings/responses', 'change settings')
	return (
		<SettingsScreen path="/desk/settings/responses">
			<ResponsesForm
				settings={await siteSettings()}
				action={changeSettingsAction}
				notice={await noticeIn(searchParams)}
			/>
		</SettingsScreen>
	)
}
