import type { Metadata } from 'next'
import { deskViewer } from '@/app/desk/desk-viewer'
import { noticeIn, type Search } from '@/app/desk/notices'
import { PageHead } from '@/components/desk/desk-frame'
import { SettingsForm } from '@/components/desk/settings/settings-form'
import { hasDemo } from '@/domain/demo/rows'
import { siteSettings } from '@/domain/settings'
import { changeSettingsAction } from './actions'

export const metadata: Metadata = { title: 'Settings' }

export default async function SettingsPage({ searchParams }: { searchParams: Search }) {
	await deskViewer('/desk/settings', 'change settings')
	const settings = await siteSettings()
	const timeZones = [...new Set(['UTC', settings.timeZone, ...Intl.supportedValuesOf('timeZone')])]
	return (
		<>
			<PageHead title="Settings">
				{(await hasDemo()) && <a href="/desk/demo">Remove the demo edition</a>}
			</PageHead>
			<SettingsForm
				settings={settings}
				timeZones={timeZones}
				action={changeSettingsAction}
				notice={await noticeIn(searchParams)}
			/>
		</>
	)
}
