import type { DecisionsMessages } from '../en/decisions'
import type { Format } from '../format'

const UNLESS = 'إلا إذا سبق أن قرر أحدهم بقاءه.'

export const decisions = ({ plural }: Format<'ar'>): DecisionsMessages => ({
	title: 'قرار بشأن تعليقك',
	onStory: (story, day) => ['على ', story, ' في ', day],
	decision: 'القرار',
	outcomes: {
		kept: 'يبقى التعليق في الموقع.',
		removed: 'أُزيل التعليق.',
	},
	ground: 'الأساس',
	byRule: (rule) => `قواعد التعليقات في هذا الموقع: ${rule}`,
	byLaw: (law) => `القانون: ${law}`,
	rules: {
		abuse: 'لا شتائم ولا تهديد ولا مضايقة.',
		hatred: 'لا كراهية ضد جماعات من الناس.',
		privacy: 'لا بيانات خاصة بأشخاص آخرين.',
		spam: 'لا رسائل مزعجة ولا إعلانات.',
		offTopic: 'لا شيء لا صلة له بالمقال.',
		falsehood: 'لا ادعاءات كاذبة عن الوقائع.',
		other: 'لا شيء يضر بالنقاش على نحو آخر.',
	},
	scope: 'النطاق',
	scopeText: 'لا يستطيع أحد رؤية التعليق في هذا الموقع في أي بلد ولمدة غير محدودة.',
	facts: 'الوقائع',
	origin: 'المصدر',
	onReport: 'جاء القرار بعد بلاغ.',
	onOwnInitiative: 'نظرت هيئة التحرير في التعليق بمبادرة منها.',
	machines: 'الآلات',
	noMachine: 'قرر شخص من دون آلة.',
	heldBefore: 'قرر شخص. وقبل ذلك انتظر التعليق لأن قاعدة آلية أو عدد البلاغات أوقفه.',
	decidedOn: 'تاريخ القرار',
	redress: 'إن لم توافق',
	redressText: 'اكتب إلى هيئة التحرير. ويمكنك أيضًا اللجوء إلى محكمة.',
	rulesTitle: 'قواعد التعليقات',
	holdRule: (reports) =>
		plural(reports, {
			zero: `لا تُخفي البلاغات التعليق حتى يقرر شخص من هيئة التحرير، ${UNLESS}`,
			one: `بلاغ واحد (#) يُخفي التعليق حتى يقرر شخص من هيئة التحرير، ${UNLESS}`,
			two: `بلاغان (#) من شبكتين مختلفتين يُخفيان التعليق حتى يقرر شخص من هيئة التحرير، ${UNLESS}`,
			few: `بلاغات من # شبكات مختلفة تُخفي التعليق حتى يقرر شخص من هيئة التحرير، ${UNLESS}`,
			many: `بلاغات من # شبكة مختلفة تُخفي التعليق حتى يقرر شخص من هيئة التحرير، ${UNLESS}`,
			other: `بلاغات من # شبكة مختلفة تُخفي التعليق حتى يقرر شخص من هيئة التحرير، ${UNLESS}`,
		}),
	noHoldRule: 'لا تُخفي البلاغات وحدها أي تعليق: يقرر شخص من هيئة التحرير.',
	why: 'لماذا؟',
	whyOf: (headline) => `لماذا أُزيل التعليق على «${headline}»`,
	authorSubject: (siteName) => `تعليقك في ${siteName}`,
	authorMail: (headline) => `قررت هيئة التحرير في تعليقك على «${headline}».`,
	reporterSubject: (report, siteName) => `القرار في بلاغك ${report} إلى ${siteName}`,
	reporterMail: 'قررت هيئة التحرير في التعليق الذي أبلغت عنه.',
	receiptHasIt: 'في صفحة إيصالك القرار أيضًا:',
	readDecision: 'يمكنك قراءة القرار من جديد في هذا العنوان:',
	readAndComplain: 'يمكنك قراءته من جديد وتقديم شكوى في هذا العنوان:',
})
