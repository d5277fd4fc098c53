import { deskDate, type Locale } from '@/components/desk/desk-time'
import type { RightsState } from '@/domain/photos/rights'

/** `Rights ended on Fri 9 May`; empty if the rights do not end soon. Runs on the server only. */
export function rightsWords(day: string | null, state: RightsState | null, locale: Locale): string {
	if (!day || !state) return ''
	return `Rights ${state === 'ended' ? 'ended' : 'end'} on ${deskDate(day, locale)}`
}
