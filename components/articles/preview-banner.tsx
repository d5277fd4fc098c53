import type { ReactNode } from 'react'
import { DateTime, type Locale } from '@/components/layout/date-time'
import { phrase } from '@/components/layout/phrase'
import { messages } from '@/lib/messages/messages'
import styles from './preview-banner.module.css'

type Props = { siteName: string; until: Date; locale: Locale }

/** Notice above a page that it is a draft. */
export function PreviewBanner({ siteName, until, locale }: Props) {
	const words = messages().history
	const note = words.draftNote<ReactNode>(
		<bdi>{siteName}</bdi>,
		<DateTime at={until} locale={locale} style="minute" />,
	)
	return (
		<aside className={styles.banner} aria-label={words.draft}>
			<p>
				<strong>{words.isDraft}</strong> {phrase(note)}
			</p>
		</aside>
	)
}
