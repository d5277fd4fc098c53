import { deskViewer } from '@/app/desk/desk-viewer'
import { noticeIn, type Search } from '@/app/desk/notices'
import { LogoForm } from '@/components/desk/settings/logo-form'
import { LookForm } from '@/components/desk/settings/look-form'
import { LookPreview } from '@/components/desk/settings/look-preview'
import styles from '@/components/desk/settings/settings.module.css'
import { siteSettings } from '@/domain/settings'
import { changeSettingsAction, removeLogoAction, setLogoAction } from '../actions'
import { SettingsScreen, settingsMetadata } from '../settings-screen'

export const metadata = settingsMetadata('/desk/settings/look')

export default async function LookSettingsPage({ searchParams }: { searchParams: Search }) {
	await deskViewer('/desk/settings/look', 'change settings')
	const settings = await siteSettings()
	return (
		<SettingsScreen path="/desk/settings/look">
			<div className={styles.columns}>
				<div className={styles.column}>
					<LogoForm logo={settings.logo} set={setLogoAction} remove={removeLogoAction} notice={null} />
					<LookForm settings={settings} action={changeSettingsAction} notice={await noticeIn(searchParams)} />
				</div>
				<LookPreview settings={settings} />
			</div>
		</SettingsScreen>
	)
}
