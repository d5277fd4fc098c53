import { StoriesForm } from '@/components/desk/settings/stories-form'
import { settingsMetadata, settingsPage } from '../settings-screen'

export const metadata = settingsMetadata('/desk/settings/stories')

export default settingsPage('/desk/settings/stories', StoriesForm)
