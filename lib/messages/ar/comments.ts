import type { CommentsMessages } from '../en/comments'
import type { Format } from '../format'

export const comments = ({ plural }: Format<'ar'>): CommentsMessages => ({
	count: (count) =>
		plural(count, {
			zero: 'لا تعليقات',
			one: 'تعليق واحد',
			two: 'تعليقان',
			few: '# تعليقات',
			many: '# تعليقًا',
			other: '# تعليق',
		}),
	none: 'لا تعليقات بعد. سيكون تعليقك الأول.',
	countAndClosed: (count, closed) => `${count}. ${closed}`,
	closed: 'أُغلق النقاش.',
	closedOn: (day) => `أُغلق النقاش في ${day}.`,
	closedAfter: (day, days) =>
		plural(days, {
			zero: `أُغلق النقاش في ${day}، يوم نشر المقال.`,
			one: `أُغلق النقاش في ${day}، بعد يوم واحد من نشر المقال.`,
			two: `أُغلق النقاش في ${day}، بعد يومين من نشر المقال.`,
			few: `أُغلق النقاش في ${day}، بعد # أيام من نشر المقال.`,
			many: `أُغلق النقاش في ${day}، بعد # يومًا من نشر المقال.`,
			other: `أُغلق النقاش في ${day}، بعد # يوم من نشر المقال.`,
		}),
	yourComment: 'تعليقك',
	replyTo: (name) => ['ردك على ', name],
	hint: (max) =>
		plural(max, {
			zero: 'لا حدَّ للطول.',
			one: 'حرف واحد على الأكثر.',
			two: 'حرفان على الأكثر.',
			few: '# أحرف على الأكثر. يمكنك استعمال *التشديد* والروابط.',
			many: '# حرفًا على الأكثر. يمكنك استعمال *التشديد* والروابط.',
			other: '# حرف على الأكثر. يمكنك استعمال *التشديد* والروابط.',
		}),
	name: 'الاسم',
	email: 'البريد الإلكتروني',
	neverPublished: 'لا يُنشر أبدًا.',
	leaveEmpty: 'اترك هذا الحقل فارغًا',
	post: 'انشر',
	signInAndPost: 'سجِّل الدخول وانشر',
	cancelReply: 'ألغِ الرد',
	postingAs: (name) => ['النشر باسم ', name],
	wordsKept: 'ستجد ما كتبته هنا عند عودتك.',
	earlierBy: (name) => ['تعليق سابق كتبه ', name],
	removed: 'أُزيل هذا التعليق.',
	linked: 'التعليق المقصود بالرابط',
	staff: 'من هيئة التحرير',
	waiting: 'في انتظار الموافقة',
	waitingHint: 'لا يراه أحد سواك إلى أن تقرأه هيئة التحرير.',
	reply: 'رُدَّ',
	replyToWhom: (name) => [' على ', name],
	moderate: 'إشراف',
	moderateWhose: (name) => [' على تعليق ', name],
	pages: 'صفحات التعليقات',
})
