import type { Mood, Stars } from '@/lib/moods'
import type { Format } from '../format'

export const moods: Record<Mood, string> = {
	happy: 'Furaha',
	sad: 'Huzuni',
	excited: 'Msisimko',
	sleepy: 'Usingizi',
	angry: 'Hasira',
	surprise: 'Mshangao',
}
export const moodNote = ({ plural }: Format<'sw'>, total: number, mine: Mood | null) => {
	if (total === 0) return 'Bado hakuna aliyejibu. Jibu lako litakuwa la kwanza.'
	const count = plural(total, { one: 'Msomaji # amejibu.', other: 'Wasomaji # wamejibu.' })
	return mine ? `${count} Hisia yako: ${moods[mine]}. Ichague tena ili kuiondoa.` : count
}
export const moodPercent = ({ percent }: Format<'sw'>, value: number) => percent(value)
export const votes = ({ plural }: Format<'sw'>, count: number) =>
	plural(count, { one: 'kura #', other: 'kura #' })
export const average = ({ decimal }: Format<'sw'>, value: number) => decimal(value)
export const ratingNote = ({ plural }: Format<'sw'>, total: number) =>
	total === 0
		? ''
		: plural(total, {
				one: 'kati ya 5, kutoka kwa msomaji #',
				other: 'kati ya 5, kutoka kwa wasomaji #',
			})
export const ratingPercent = ({ percent }: Format<'sw'>, value: number) => percent(value)
export const ratingLegend = ({ number }: Format<'sw'>, mine: Stars | null) =>
	mine === null ? 'Alama yako' : `Alama yako: ${number(mine)} kati ya 5`
export const rate = (_: Format<'sw'>, mine: Stars | null) => (mine === null ? 'Toa alama' : 'Badilisha')
export const withdrawRating = 'Ondoa alama yangu'
