import type { VotingMessages } from '../en/voting'
import type { Format } from '../format'

export function voting({ plural }: Format<'ar'>): VotingMessages {
	const stars = (count: number) =>
		plural(count, {
			zero: '# نجمة',
			one: 'نجمة واحدة',
			two: 'نجمتان',
			few: '# نجوم',
			many: '# نجمة',
			other: '# نجمة',
		})
	return {
		moodsTitle: 'ما شعورك بعد قراءة هذا المقال؟',
		ratingTitle: 'متوسط التقييم',
		noneYet: 'لا تقييم بعد',
		starRow: stars,
		stars,
	}
}
