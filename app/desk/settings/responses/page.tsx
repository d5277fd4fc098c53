import { ResponsesForm } from '@/components/desk/settings/responses-form'
import { settingsMetadata, settingsPage } from '../settings-screen'

export const metadata = settingsMetadata('/desk/settings/responses')

export default settingsPage('/desk/settings/responses', ResponsesForm)
