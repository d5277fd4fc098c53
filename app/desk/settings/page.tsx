import type { Metadata } from 'next'
import { noticeIn, type Search } from '@/app/desk/notices'
import { SiteForm } from '@/components/desk/settings/site-form'
import { siteSettings } from '@/domain/settings'
import { changeSettingsAction } from './actions'
import { SettingsScreen } from './settings-screen'

export const metadata: Metadata = { title: 'Settings' }

export default async function SettingsPage({ searchParams }: { searchParams: Search }) {
	const settings = await siteSettings()
	const timeZones = [...new Set(['UTC', settings.timeZone, ...Intl.supportedValuesOf('timeZone')])]
	return (
		<SettingsScreen path="/desk/settings">
			<SiteForm
				settings={settings}
				timeZones={timeZones}
				now={new Date()}
				action={changeSettingsAction}
				notice={await noticeIn(searchParams)}
			/>
		</SettingsScreen>
	)
}
