import type { ReactNode } from 'react'
import { deskViewer } from '@/app/desk/desk-viewer'
import { PageHead } from '@/components/desk/desk-frame'
import { SETTINGS_SCREENS, SettingsNav, type SettingsPath } from '@/components/desk/settings/settings-nav'

/** Frame of a settings screen, for people who may change settings. */
export async function SettingsScreen({ path, children }: { path: SettingsPath; children: ReactNode }) {
	await deskViewer(path, 'change settings')
	return (
		<>
			<PageHead title={path === '/desk/settings' ? 'Settings' : `Settings: ${SETTINGS_SCREENS[path]}`} />
			<SettingsNav current={path} />
			{children}
		</>
	)
}
