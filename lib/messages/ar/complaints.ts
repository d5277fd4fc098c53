import type { ComplaintsMessages } from '../en/complaints'
import type { Format } from '../format'

const who = (time: string) =>
	`يمكنك الشكوى خلال ${time} من القرار. ويقرر فيها شخص آخر من هيئة التحرير إن وُجد ولا تقرر آلة أبدًا. ويمكنك أيضًا اللجوء إلى محكمة.`
const tooLate = (time: string) => `الشكوى ممكنة خلال ${time} من القرار.`

export const complaints = ({ number, plural }: Format<'ar'>): ComplaintsMessages => {
	const inDays = (days: number, say: (time: string) => string) =>
		plural(days, {
			zero: say('# يوم'),
			one: say('يوم واحد (#)'),
			two: say('يومين (#)'),
			few: say('# أيام'),
			many: say('# يومًا'),
			other: say('# يوم'),
		})
	return {
		title: 'الشكوى',
		who: (days) => inDays(days, who),
		text: 'لماذا القرار خاطئ؟',
		textHint: (max) => `حتى ${number(max)} من الأحرف.`,
		send: 'أرسل الشكوى',
		yours: 'شكواك',
		waiting: 'هي لدى هيئة التحرير. وسيكون الرد في هذه الصفحة.',
		upheldForAuthor: 'قُبلت: يُعرض التعليق من جديد.',
		upheldForReporter: 'قُبلت: أُلغي القرار وسيتبعه قرار جديد.',
		rejected: 'رُفضت: القرار باقٍ.',
		answer: 'الأسباب',
		sayWhy: 'قل لماذا القرار خاطئ من فضلك.',
		tooLong: (length, max) => `في شكواك ${number(length)} من الأحرف؛ اختصرها إلى ${number(max)} من فضلك.`,
		noDecision: 'لا يوجد قرار كهذا في تعليق أو بلاغ منك.',
		onlyOne: 'سبق أن شكوت من هذا القرار.',
		tooLate: (days) => inDays(days, tooLate),
		subject: (siteName) => `شكواك إلى ${siteName}`,
		mail: 'قررت هيئة التحرير في شكواك.',
	}
}
