import type { Mood, Stars } from '@/lib/moods'
import type { Format } from '../format'

/* Words of moods and stars, which the page and its script share. */

export const moods: Record<Mood, string> = {
	happy: 'Happy',
	sad: 'Sad',
	excited: 'Excited',
	sleepy: 'Sleepy',
	angry: 'Angry',
	surprise: 'Surprise',
}
/** The line above the moods. */
export const moodNote = ({ plural }: Format<'en'>, total: number, mine: Mood | null) => {
	if (total === 0) return 'Nobody has said yet. Yours would be the first.'
	const count = plural(total, { one: '# reader has answered.', other: '# readers have answered.' })
	return mine ? `${count} Your mood is ${moods[mine]}; choose it again to take it back.` : count
}
export const moodPercent = ({ number }: Format<'en'>, value: number) => `${number(value)} %`
export const votes = ({ plural }: Format<'en'>, count: number) =>
	plural(count, { one: '# vote', other: '# votes' })
export const average = ({ decimal }: Format<'en'>, value: number) => decimal(value)
/** The text beside the average; empty without ratings. */
export const ratingNote = ({ plural }: Format<'en'>, total: number) =>
	total === 0 ? '' : plural(total, { one: 'out of 5, from # rating', other: 'out of 5, from # ratings' })
export const ratingPercent = ({ number }: Format<'en'>, value: number) => `${number(value)}%`
export const ratingLegend = ({ number }: Format<'en'>, mine: Stars | null) =>
	mine === null ? 'Your rating' : `Your rating: ${number(mine)} of 5`
export const rate = (_: Format<'en'>, mine: Stars | null): string => (mine === null ? 'Rate' : 'Change')
export const withdrawRating = 'Withdraw my rating'
