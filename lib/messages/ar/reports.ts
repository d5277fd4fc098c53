import type { ReportsMessages } from '../en/reports'
import type { Format } from '../format'

const kept = (time: string) =>
	`لا يقرأ البلاغ إلا هيئة التحرير. ويُحذف اسمك وعنوانك وكلامك بعد ${time} من القرار.`

export const reports = ({ number, plural }: Format<'ar'>): ReportsMessages => ({
	report: 'إبلاغ أو تجاهل',
	reportWhose: (name) => [' عن تعليق ', name],
	title: 'الإبلاغ عن تعليق',
	comment: 'التعليق',
	by: (name, story) => ['كتبه ', name, ' على ', story],
	reason: 'ما المشكلة فيه؟',
	reasons: {
		illegal: 'غير قانوني',
		abuse: 'يسيء إلى أشخاص أو يهددهم أو يضايقهم',
		spam: 'رسالة مزعجة أو إعلان',
		other: 'شيء آخر',
	},
	explanation: 'الشرح',
	explanationHint: (max) =>
		`حتى ${number(max)} من الأحرف. لازم للمحتوى غير القانوني: لماذا هو غير قانوني وبحسب أي قانون إن عرفت. ولازم أيضًا عند اختيار «شيء آخر».`,
	goodFaith: 'أعتقد بحسن نية أن ما أقوله هنا دقيق وكامل.',
	goodFaithHint: 'لازم للمحتوى غير القانوني (المادة 16 من قانون الخدمات الرقمية الأوروبي).',
	identity:
		'يمكن إرسال البلاغ من دون اسم. وينبغي أن يحمل الإخطار بمحتوى غير قانوني اسمًا وعنوان بريد إلا في الجرائم الجنسية ضد الأطفال. ولا يصل أي منهما إلى كاتب التعليق.',
	name: 'اسمك (اختياري)',
	email: 'بريدك الإلكتروني (اختياري)',
	emailHint: 'يُرسل إليه الإيصال والقرار إن كان هذا الموقع يرسل رسائل.',
	send: 'أرسل البلاغ',
	receipt: (report) => `البلاغ ${number(report)}`,
	received: 'وصل بلاغك إلى هيئة التحرير.',
	keepAddress: 'عنوان هذه الصفحة هو إيصالك. احتفظ به: سيكون القرار وأسبابه هنا أيضًا.',
	decided: 'قررت هيئة التحرير؛ والأسباب أدناه.',
	sentOn: 'أُرسل في',
	reported: 'التعليق المبلَّغ عنه',
	seeComment: 'اذهب إلى التعليق',
	noLongerShown: 'ليس معروضًا الآن.',
	state: 'القرار',
	open: 'لم يقرر أحد من هيئة التحرير بعد.',
	receiptSubject: (report, siteName) => `بلاغك ${number(report)} إلى ${siteName}`,
	mailReceived: (report) => `وصل بلاغك عن تعليق ورقمه ${number(report)}. سيقرر فيه شخص من هيئة التحرير.`,
	mailAddress: 'يمكنك قراءة حالته ثم القرار في هذا العنوان. لا تُطلع عليه أحدًا:',
	chooseReason: 'اختر ما المشكلة في التعليق من فضلك.',
	explain: 'اشرح ما المشكلة في التعليق من فضلك.',
	explanationTooLong: (length, max) =>
		`في شرحك ${number(length)} من الأحرف؛ اختصره إلى ${number(max)} من فضلك.`,
	confirmGoodFaith: 'أكّد من فضلك أن ما تقوله دقيق وكامل؛ فهذا لازم للمحتوى غير القانوني.',
	commentGone: 'لم يعد هذا التعليق في الموقع.',
	kept: (days) =>
		plural(days, {
			zero: kept('# يوم'),
			one: kept('يوم واحد (#)'),
			two: kept('يومين (#)'),
			few: kept('# أيام'),
			many: kept('# يومًا'),
			other: kept('# يوم'),
		}),
})
