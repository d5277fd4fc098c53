import type { Metadata } from 'next'
import { deskViewer } from '@/app/desk/desk-viewer'
import { noticeIn, type Search } from '@/app/desk/notices'
import { StoriesForm } from '@/components/desk/settings/stories-form'
import { siteSettings } from '@/domain/settings'
import { changeSettingsAction } from '../actions'
import { SettingsScreen } from '../settings-screen'

export const metadata: Metadata = { title: 'Settings: Stories' }

export default async function StorySettingsPage({ searchParams }: { searchParams: Search }) {
	await deskViewer('/desk/settings/stories', 'change settings')
	return (
		<SettingsScreen path="/desk/settings/stories">
			<StoriesForm
				settings={await siteSettings()}
				action={changeSettingsAction}
				notice={await noticeIn(searchParams)}
			/>
		</SettingsScreen>
	)
}
