import { deskViewer } from '@/app/desk/desk-viewer'
import { noticeIn, type Search } from '@/app/desk/notices'
import styles from '@/components/desk/settings/settings.module.css'
import { SiteForm } from '@/components/desk/settings/site-form'
import { hasDemo } from '@/domain/demo/rows'
import { siteSettings } from '@/domain/settings'
import { changeSettingsAction } from './actions'
import { SettingsScreen, settingsMetadata } from './settings-screen'

export const metadata = settingsMetadata('/desk/settings')

export default async function SettingsPage({ searchParams }: { searchParams: Search }) {
	await deskViewer('/desk/settings', 'change settings')
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
			{(await hasDemo()) && (
				<p className={styles.aside}>
					<a href="/desk/demo">Remove the demo edition</a>
				</p>
			)}
		</SettingsScreen>
	)
}
