import type { FollowMessages } from '../en/follow'

export const follow = (): FollowMessages => ({
	title: 'تابعنا',
	description: (siteName) => `كيف تقرأ ${siteName} بلا منصة وسيطة: خلاصات للأقسام والكتّاب والموضوعات.`,
	lead: (siteName) => ['لا تحتاج إلى حساب لتقرأ ', siteName, '، ولا إلى شبكة وسيطة تقرر أي المقالات تراها.'],
	allStories: 'كل المقالات في قارئ خلاصات',
	explained:
		'الخلاصة قائمة بأحدث مقالاتنا بنصوصها الكاملة، أُعدَّت لبرنامج لديك هو قارئ الخلاصات. يعرض البرنامج المقالات الجديدة لكل موقع تتابعه بترتيب ظهورها. لا نعرف من يتابعنا، ويكفي حذف سطر واحد لإنهاء المتابعة.',
	chooseReader:
		'اختر قارئ خلاصات. من البرامج المجانية NetNewsWire لأجهزة Apple وFeeder لأجهزة Android وThunderbird لأي حاسوب.',
	copyAddress: 'انسخ هذا العنوان والصقه حيث يطلب القارئ خلاصة أو موقعًا:',
	formats: (formats) => [
		'المحتوى نفسه بثلاث صيغ، يكفي قارئك إحداها: ',
		formats,
		'. قد يعرض المتصفح الخلاصة على شكل رموز أو يقترح حفظها، والمهم عنوانها وحده.',
	],
	oneSection: 'قسم واحد',
	oneAuthor: 'كاتب واحد',
	oneSubject: 'موضوع واحد',
	oneSeries: 'سلسلة واحدة',
	everythingElse: 'كل ما عدا ذلك',
	others: (ending) => [
		'لكل كاتب ولكل موضوع ولكل سلسلة خلاصة، حتى ما لم يُذكر هنا، وكذلك لتعليقات كل مقال: أضف ',
		ending,
		' إلى عنوان صفحته.',
	],
	feed: 'خلاصة',
	feedOf: (name) => `خلاصة: ${name}`,
	storiesFrom: (siteName) => `مقالات من ${siteName}`,
	storiesOf: (siteName, name) => `مقالات من ${siteName}: ${name}`,
	threadDescription: (headline) => `ما يقوله القراء عن «${headline}».`,
	staffName: (name) => `${name} (هيئة التحرير)`,
	commentBy: (name) => `تعليق من ${name}`,
	replyBy: (name) => `رد من ${name}`,
	replyByTo: (name, answered) => `رد من ${name} على ${answered}`,
	correctionOn: (kind, day) => `${kind}، ${day}:`,
	correctionOf: (kind, headline) => `${kind}: ${headline}`,
	correctionsDescription: 'ما صوَّبناه أو وضَّحناه أو أضفناه بعد النشر.',
	correctionsLead:
		'ما صوَّبناه أو وضَّحناه أو أضفناه بعد النشر، من الأحدث إلى الأقدم. لا يُعدَّل أي بند ولا يُحذف أبدًا.',
	noCorrections: 'لم يُصوَّب شيء بعد.',
	storyGone: 'لم يعد المقال في الموقع.',
	withdrawn: '(مسحوب)',
	correctionsPages: 'صفحات التصويبات',
})
