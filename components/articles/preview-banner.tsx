import { DateTime, type Locale } from '@/components/layout/date-time'
import styles from './preview-banner.module.css'

type Props = { siteName: string; until: Date; locale: Locale }

/** Notice above a page that it is a draft. */
export function PreviewBanner({ siteName, until, locale }: Props) {
	return (
		<aside className={styles.banner} aria-label="Draft">
			<p>
				<strong>This is a draft, not a publication.</strong> <bdi>{siteName}</bdi> shows it to you before it
				is finished; please do not pass it on. The link opens until{' '}
				<DateTime at={until} locale={locale} style="minute" />.
			</p>
		</aside>
	)
}
