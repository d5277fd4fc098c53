import { Tabs } from '@/components/desk/tabs'

/** Screens of the settings, in the order in which a new site needs them. */
export const SETTINGS_SCREENS = {
	'/desk/settings': 'The site',
	'/desk/settings/look': 'Look',
	'/desk/settings/menus': 'Menus',
	'/desk/settings/footer': 'Footer',
	'/desk/settings/stories': 'Stories',
	'/desk/settings/responses': 'Readers’ responses',
	'/desk/settings/comments': 'Comment rules',
	'/desk/settings/machines': 'Search and AI',
	'/desk/settings/organisation': 'Organisation',
	'/desk/settings/sign-in': 'Sign-in of staff',
} as const
export type SettingsPath = keyof typeof SETTINGS_SCREENS

export function SettingsNav({ current }: { current: SettingsPath }) {
	const screens = Object.entries(SETTINGS_SCREENS)
	return (
		<Tabs
			label="Settings"
			tabs={screens.map(([href, name]) => ({ href, name, isCurrent: href === current }))}
		/>
	)
}
