import type { ContributionsMessages } from '../en/contributions'

export const contributions = (): ContributionsMessages => ({
	title: 'تعليقاتك وأصواتك وبياناتك',
	commentsHint: 'كل تعليق مع حالته والردود عليه، والسبب إن لم يُنشر',
	myVotes: 'أصواتي',
	votesHint: 'المشاعر والنجوم والاحترام والمقالات المحفوظة، ويمكنك التراجع عن كل منها',
	ofBrowser: 'دون حساب، تربط كعكة هذا بمتصفحك.',
	withAccount: 'سجِّل الدخول لتجدها على كل أجهزتك',
	newest: 'الأحدث',
	older: 'الأقدم',
	deleted: 'محذوف',
	deletedHint: 'حذفتَ هذا التعليق، ولم يبق نصه.',
	storyAway: 'مقال غير موجود على الموقع حاليًّا',
	noVotes: 'لم تصوِّت ولم تُبدِ احترامًا ولم تحفظ مقالًا بعد.',
	mood: (mood) => `الشعور: ${mood}`,
	respectFor: (name) => ['احترام لتعليق كتبه ', name],
	respectRemoved: 'احترام لتعليق أُزيل',
	takeBack: 'تراجع',
	takeBackOf: (what, story) => `تراجع عن: ${what}، «${story}»`,
	takenBack: 'تم التراجع.',
})
