import { FooterForm } from '@/components/desk/settings/footer-form'
import { settingsMetadata, settingsPage } from '../settings-screen'

export const metadata = settingsMetadata('/desk/settings/footer')

export default settingsPage('/desk/settings/footer', FooterForm)
