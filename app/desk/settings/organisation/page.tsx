import { deskViewer } from '@/app/desk/desk-viewer'
import { noticeIn, type Search } from '@/app/desk/notices'
import { MissingFacts, OrganisationForm } from '@/components/desk/settings/organisation-form'
import styles from '@/components/desk/settings/settings.module.css'
import { findOrganisation, missingFacts } from '@/domain/organisation'
import { changeSettingsAction } from '../actions'
import { SettingsScreen, settingsMetadata } from '../settings-screen'

export const metadata = settingsMetadata('/desk/settings/organisation')

export default async function OrganisationPage({ searchParams }: { searchParams: Search }) {
	await deskViewer('/desk/settings/organisation', 'change settings')
	const organisation = await findOrganisation()
	const { policies: _, ...settings } = organisation
	return (
		<SettingsScreen path="/desk/settings/organisation">
			<div className={styles.columns}>
				<OrganisationForm
					settings={settings}
					action={changeSettingsAction}
					notice={await noticeIn(searchParams)}
				/>
				<MissingFacts missing={missingFacts(organisation)} />
			</div>
		</SettingsScreen>
	)
}
