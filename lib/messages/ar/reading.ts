import type { ReadingMessages } from '../en/reading'
import type { Format } from '../format'

export const reading = ({ plural }: Format<'ar'>): ReadingMessages => ({
	olderThan: (years) =>
		plural(years, {
			zero: 'نُشر هذا المقال قبل أقل من سنة',
			one: 'مضى على هذا المقال أكثر من سنة',
			two: 'مضى على هذا المقال أكثر من سنتين',
			few: 'مضى على هذا المقال أكثر من # سنوات',
			many: 'مضى على هذا المقال أكثر من # سنة',
			other: 'مضى على هذا المقال أكثر من # سنة',
		}),
	yearsOld: (years) =>
		plural(years, {
			zero: 'قبل أقل من سنة',
			one: 'قبل أكثر من سنة',
			two: 'قبل أكثر من سنتين',
			few: 'قبل أكثر من # سنوات',
			many: 'قبل أكثر من # سنة',
			other: 'قبل أكثر من # سنة',
		}),
	shareElsewhere: 'شاركه في مواقع أخرى',
	photographs: 'صور هذا المقال',
	backToStory: 'العودة إلى المقال',
	previous: 'السابقة',
	next: 'التالية',
	onlyYou: 'هذه القائمة لا يراها غيرك.',
	onlyThisBrowser: 'هذه القائمة لا يراها غيرك، ويحفظها ملف تعريف ارتباط في هذا المتصفح.',
	onAllDevices: 'سجّل الدخول لتجدها على جميع أجهزتك',
	nothingSaved: 'لم يُحفظ شيء بعد. تجد «احفظه لوقت لاحق» أعلى كل مقال.',
	savedOn: (at) => ['حُفظ في ', at],
	withdrawn: 'سُحب هذا المقال بعد ذلك.',
	correctedOn: (at) => ['صُوِّب في ', at, '، بعد أن حفظته.'],
	remove: 'إزالة',
	removeStory: (headline) => `إزالة «${headline}»`,
	places: 'حيث توقفت',
	placesHint:
		'يحفظ هذا المتصفح موضعك في آخر المقالات التي لم تكملها، ويضع أعلاها رابطًا إليه. ولا يُخزَّن ذلك إلا على هذا الجهاز.',
	savedCopy: 'نسخة محفوظة من #. يحتاج التصويت والتعليق إلى اتصال.',
	offline: 'لا يوجد اتصال',
	keptHere: 'هذه المقالات محفوظة على هذا الجهاز:',
	copies: 'محفوظة على هذا الجهاز',
	copiesHint:
		'يمكن قراءة هذه المقالات دون اتصال. وما أزلته يُحفظ من جديد حين تفتحه. ويزيلها تسجيل الخروج كلها.',
	removeCopies: 'إزالة كل النسخ',
})
