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
		voteWaits: (wait) =>
			`حُفظ صوتك لكنه لم يُحتسب بعد، لأن كثيرًا من قراء شبكتك صوَّتوا اليوم على هذا المقال. يُحتسب عند عودتك بعد ${wait}، أو عندما يفرج عنه أحد المحررين.`,
		voteDiscarded: 'حُفظ صوتك لكنه غير محتسب، لأن أحد المحررين نحَّاه جانبًا. تذكر إحصاءات هذا المقال السبب.',
		starRow: stars,
		stars,
	}
}
