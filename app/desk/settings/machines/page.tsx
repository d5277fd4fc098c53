import { sitePolicyForMachines } from '@/app/(reader)/machine-routes'
import { deskViewer } from '@/app/desk/desk-viewer'
import { noticeIn, type Search } from '@/app/desk/notices'
import { MachinesForm } from '@/components/desk/settings/machines-form'
import { MachinesSummary } from '@/components/desk/settings/machines-summary'
import styles from '@/components/desk/settings/settings.module.css'
import { CRAWLERS_CHECKED } from '@/components/machines/crawlers'
import { robotsText } from '@/components/machines/robots'
import { siteSettings } from '@/domain/settings'
import { changeSettingsAction } from '../actions'
import { SettingsScreen, settingsMetadata } from '../settings-screen'

export const metadata = settingsMetadata('/desk/settings/machines')

export default async function MachinesPage({ searchParams }: { searchParams: Search }) {
	await deskViewer('/desk/settings/machines', 'change settings')
	const [settings, policy] = [await siteSettings(), await sitePolicyForMachines()]
	return (
		<SettingsScreen path="/desk/settings/machines">
			<div className={styles.columns}>
				<MachinesForm
					settings={settings}
					action={changeSettingsAction}
					notice={await noticeIn(searchParams)}
				/>
				<MachinesSummary policy={policy} robots={robotsText(policy)} checked={dayWords(settings.language)} />
			</div>
		</SettingsScreen>
	)
}

const dayWords = (language: string): string =>
	new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(CRAWLERS_CHECKED))
