import type { Mood, Stars } from '@/lib/moods'
import type { Format } from '../format'

/** Nouns, which do not depend on the reader's gender. */
export const moods: Record<Mood, string> = {
	happy: 'فرح',
	sad: 'حزن',
	excited: 'حماس',
	sleepy: 'نعاس',
	angry: 'غضب',
	surprise: 'دهشة',
}
export const moodNote = ({ plural }: Format<'ar'>, total: number, mine: Mood | null) => {
	const count = plural(total, {
		zero: 'لم يجب أحد بعد. ستكون إجابتك الأولى.',
		one: 'أجاب قارئ واحد.',
		two: 'أجاب قارئان.',
		few: 'أجاب # قراء.',
		many: 'أجاب # قارئًا.',
		other: 'أجاب # قارئ.',
	})
	return mine && total > 0 ? `${count} شعورك: ${moods[mine]}. اختره مرة أخرى لسحبه.` : count
}
export const moodPercent = ({ percent }: Format<'ar'>, value: number) => percent(value)
export const votes = ({ plural }: Format<'ar'>, count: number) =>
	plural(count, {
		zero: 'لا أصوات',
		one: 'صوت واحد',
		two: 'صوتان',
		few: '# أصوات',
		many: '# صوتًا',
		other: '# صوت',
	})
export const average = ({ decimal }: Format<'ar'>, value: number) => decimal(value)
export const ratingNote = ({ number, plural }: Format<'ar'>, total: number) =>
	plural(total, {
		zero: '',
		one: `من ${number(5)}، بحسب تقييم واحد`,
		two: `من ${number(5)}، بحسب تقييمين`,
		few: `من ${number(5)}، بحسب # تقييمات`,
		many: `من ${number(5)}، بحسب # تقييمًا`,
		other: `من ${number(5)}، بحسب # تقييم`,
	})
export const ratingPercent = ({ percent }: Format<'ar'>, value: number) => percent(value)
export const ratingLegend = ({ number }: Format<'ar'>, mine: Stars | null) =>
	mine === null ? 'تقييمك' : `تقييمك: ${number(mine)} من ${number(5)}`
export const rate = (_: Format<'ar'>, mine: Stars | null) => (mine === null ? 'قيِّم' : 'عدِّل')
export const withdrawRating = 'اسحب تقييمي'
