import type { TransparencyMessages } from '../en/transparency'
import type { Format } from '../format'

export const transparency = ({ plural }: Format<'ar'>): TransparencyMessages => ({
	title: 'الإشراف بالأرقام',
	titleOf: (month) => `الإشراف بالأرقام: ${month}`,
	description: (siteName) =>
		`كيف يشرف ${siteName} على التعليقات: البلاغات والقرارات وأسسها والشكاوى شهرًا بشهر.`,
	lead: 'ما أبلغ القرّاء عنه في التعليقات وما قررته هيئة التحرير. لا يسمّي أي رقم شخصًا ولا تُعدّ القرارات التي أُلغيت. والأشهر بحسب التوقيت العالمي UTC.',
	reports: 'البلاغات',
	total: 'الكل',
	decisions: 'قرارات الأشخاص',
	kept: 'أُبقي التعليق',
	removed: 'أُزيل التعليق',
	law: 'القانون',
	onReport: 'من الكل بعد بلاغ',
	ownInitiative: 'من الكل بمبادرة من هيئة التحرير',
	machines: 'الآلات',
	byMachine: 'أزالته آلة وحدها',
	heldBefore: 'قرر فيه شخص بعد أن أوقفته قاعدة آلية أو بلاغات',
	heldByReports: 'أخفاه عدد البلاغات حتى يقرر شخص',
	time: 'المدة',
	median: 'المدة الوسيطة من البلاغ إلى القرار',
	noMedian: 'لم يُتخذ قرار في أي بلاغ.',
	minutes: (count) =>
		plural(count, {
			zero: '# دقيقة',
			one: 'دقيقة واحدة',
			two: 'دقيقتان',
			few: '# دقائق',
			many: '# دقيقة',
			other: '# دقيقة',
		}),
	hours: (count) =>
		plural(count, {
			zero: '# ساعة',
			one: 'ساعة واحدة',
			two: 'ساعتان',
			few: '# ساعات',
			many: '# ساعة',
			other: '# ساعة',
		}),
	days: (count) =>
		plural(count, {
			zero: '# يوم',
			one: 'يوم واحد',
			two: 'يومان',
			few: '# أيام',
			many: '# يومًا',
			other: '# يوم',
		}),
	complaints: 'الشكاوى',
	filed: 'قُدِّمت',
	upheld: 'قُبلت',
	rejected: 'رُفضت',
	months: 'الأشهر',
	download: 'تنزيل بصيغة CSV',
	what: 'البند',
	number: 'العدد',
})
