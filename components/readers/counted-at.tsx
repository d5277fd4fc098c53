import type { ReactNode } from 'react'
import { DateTime, type Locale } from '@/components/layout/date-time'
import { phrase } from '@/components/layout/phrase'
import { messages } from '@/lib/messages/messages'

type Props = { countedAt: Date; minutes: number; locale: Locale }

/** The time of a count, and after how many minutes the next follows: a vote changes no page at once. */
export function CountedAt({ countedAt, minutes, locale }: Props) {
	const at = <DateTime key="at" at={countedAt} locale={locale} style="minute" />
	return phrase(messages().lists.counted<ReactNode>(at, minutes))
}
