import type { Metadata } from 'next'
import type { ComponentType, ReactNode } from 'react'
import { deskViewer } from '@/app/desk/desk-viewer'
import { noticeIn, type Search } from '@/app/desk/notices'
import { PageHead } from '@/components/desk/desk-frame'
import type { SettingsFormProps } from '@/components/desk/settings/settings-form'
import { SETTINGS_SCREENS, SettingsNav, type SettingsPath } from '@/components/desk/settings/settings-nav'
import { siteSettings } from '@/domain/settings'
import { changeSettingsAction } from './actions'

type Props = { path: SettingsPath; children: ReactNode }

const titleOf = (path: SettingsPath): string =>
	path === '/desk/settings' ? 'Settings' : `Settings: ${SETTINGS_SCREENS[path]}`

export const settingsMetadata = (path: SettingsPath): Metadata => ({ title: titleOf(path) })

/** Frame of a settings screen; its page checks the permission. */
export function SettingsScreen({ path, children }: Props) {
	return (
		<>
			<PageHead title={titleOf(path)} />
			<SettingsNav current={path} />
			{children}
		</>
	)
}

/** The page of a settings screen that has one form and nothing else. */
export const settingsPage = (path: SettingsPath, Form: ComponentType<SettingsFormProps>) =>
	async function SettingsPage({ searchParams }: { searchParams: Search }) {
		await deskViewer(path, 'change settings')
		return (
			<SettingsScreen path={path}>
				<Form
					settings={await siteSettings()}
					action={changeSettingsAction}
					notice={await noticeIn(searchParams)}
				/>
			</SettingsScreen>
		)
	}
