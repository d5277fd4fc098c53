import type { ReactNode } from 'react'
import { PageHead } from '@/components/desk/desk-frame'
import { SETTINGS_SCREENS, SettingsNav, type SettingsPath } from '@/components/desk/settings/settings-nav'

/** Frame of a settings screen; its page checks the permission. */
export function SettingsScreen({ path, children }: { path: SettingsPath; children: ReactNode }) {
	return (
		<>
			<PageHead title={path === '/desk/settings' ? 'Settings' : `Settings: ${SETTINGS_SCREENS[path]}`} />
			<SettingsNav current={path} />
			{children}
		</>
	)
}
