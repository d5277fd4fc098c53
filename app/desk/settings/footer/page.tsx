import type { Metadata } from 'next'
import { deskViewer } from '@/app/desk/desk-viewer'
import { noticeIn, type Search } from '@/app/desk/notices'
import { FooterForm } from '@/components/desk/settings/footer-form'
import { siteSettings } from '@/domain/settings'
import { changeSettingsAction } from '../actions'
import { SettingsScreen } from '../settings-screen'

export const metadata: Metadata = { title: 'Settings: Footer' }

export default async function FooterSettingsPage({ searchParams }: { searchParams: Search }) {
	await deskViewer('/desk/settings/footer', 'change settings')
	return (
		<SettingsScreen path="/desk/settings/footer">
			<FooterForm
				settings={await siteSettings()}
				action={changeSettingsAction}
				notice={await noticeIn(searchParams)}
			/>
		</SettingsScreen>
	)
}
