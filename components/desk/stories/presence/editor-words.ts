import { deskTime, type Locale } from '@/components/desk/desk-time'
import type { OpenForm } from '@/domain/articles/story-editors'

/** Another open form of a story, in words. */
export type EditorWords = { who: string; words: string }

/** Sentences such as `Mara Ellison has this story open since 12:03, typed 20 s ago`. */
export const editorWords = (forms: OpenForm[], locale: Locale, now = new Date()): EditorWords[] =>
	forms.map(({ name, openedAt, typedAt }) => {
		const who = name ?? 'You'
		const has = name ? 'has this story open' : 'have this story open in another tab'
		const since = `${who} ${has} since ${deskTime(openedAt, locale, now)}`
		return { who, words: typedAt ? `${since}, typed ${agoWords(now.getTime() - typedAt.getTime())}` : since }
	})

const [MINUTE_MS, HOUR_MS] = [60_000, 3_600_000]

/** In steps of ten seconds, so that the words change seldom. */
function agoWords(ms: number): string {
	if (ms < 10_000) return 'just now'
	if (ms < MINUTE_MS) return `${Math.floor(ms / 10_000) * 10} s ago`
	return ms < HOUR_MS ? `${Math.floor(ms / MINUTE_MS)} min ago` : `${Math.floor(ms / HOUR_MS)} h ago`
}
