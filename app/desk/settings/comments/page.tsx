import { deskViewer } from '@/app/desk/desk-viewer'
import { noticeIn, type Search } from '@/app/desk/notices'
import { CommentRulesForm } from '@/components/desk/settings/comment-rules-form'
import { TryTextForm } from '@/components/desk/settings/try-text-form'
import { siteSettings } from '@/domain/settings'
import { changeSettingsAction } from '../actions'
import { SettingsScreen, settingsMetadata } from '../settings-screen'
import { tryTextAction } from './actions'

export const metadata = settingsMetadata('/desk/settings/comments')

export default async function CommentRulesPage({ searchParams }: { searchParams: Search }) {
	await deskViewer('/desk/settings/comments', 'change settings')
	return (
		<SettingsScreen path="/desk/settings/comments">
			<CommentRulesForm
				settings={await siteSettings()}
				action={changeSettingsAction}
				notice={await noticeIn(searchParams)}
			/>
			<TryTextForm action={tryTextAction} />
		</SettingsScreen>
	)
}
