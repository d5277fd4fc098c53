import type { NoticesMessages } from '../en/notices'
import type { Format } from '../format'

export const notices = ({ number, plural }: Format<'ar'>): NoticesMessages => ({
	title: 'الإشعارات',
	titled: (count, more: boolean) => `الإشعارات (${number(count)}${more ? '+' : ''})`,
	short: (count, more) => `(${number(count)}${more ? '+' : ''})`,
	hint: 'الردود على تعليقاتك والقرارات بشأنها وما حدث لأصواتك',
	none: 'لم يحدث شيء لتعليقاتك وأصواتك بعد.',
	unread: 'جديد',
	unreadLink: (count) =>
		plural(count, {
			zero: 'لا إشعارات غير مقروءة (#)',
			one: 'إشعار واحد غير مقروء (#)',
			two: 'إشعاران غير مقروءين (#)',
			few: '# إشعارات غير مقروءة',
			many: '# إشعارًا غير مقروء',
			other: '# إشعار غير مقروء',
		}),
	markAll: 'تعليم الكل كمقروء',
	marked: 'عُلِّم الكل كمقروء.',
	reply: (name) => [name, ' كتب ردًا على تعليقك.'],
	approved: 'انتظر تعليقك، وقد نُشر الآن.',
	notPublished: 'لم يُنشر تعليقك.',
	removed: 'أُزيل تعليقك.',
	undonePublic: 'سُحب القرار الذي صدر ضد تعليقك، وهو منشور.',
	undoneWaits: 'سُحب القرار الذي صدر ضد تعليقك.',
	complaint: 'قررت هيئة التحرير في شكواك.',
	respects: (count) =>
		plural(count, {
			zero: 'لم يُبدِ أحد (#) احترامه لتعليقك.',
			one: 'أبدى قارئ واحد (#) احترامه لتعليقك.',
			two: 'أبدى قارئان (#) احترامهما لتعليقك.',
			few: 'أبدى # قراء احترامهم لتعليقك.',
			many: 'أبدى # قارئًا احترامهم لتعليقك.',
			other: 'أبدى # قارئ احترامهم لتعليقك.',
		}),
	pick: 'تعليقك من اختيارات هيئة التحرير.',
	counted: 'احتسب محرر صوتك الذي كان منحًّى جانبًا.',
	reason: (reason) => `السبب: ${reason}`,
})
