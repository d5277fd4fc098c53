import type { ArticleMessages } from '../en/article'
import type { Format } from '../format'

export function article({ number, percent, plural }: Format<'ar'>): ArticleMessages {
	const minutes = (count: number) =>
		plural(count, {
			zero: '# دقيقة',
			one: 'دقيقة واحدة',
			two: 'دقيقتان',
			few: '# دقائق',
			many: '# دقيقة',
			other: '# دقيقة',
		})
	const seconds = (count: number) =>
		plural(count, {
			zero: '# ثانية',
			one: 'ثانية واحدة',
			two: 'ثانيتان',
			few: '# ثوانٍ',
			many: '# ثانية',
			other: '# ثانية',
		})
	const lastDays = (count: number) =>
		plural(count, {
			zero: 'اليوم',
			one: 'اليوم الأخير',
			two: 'اليومين الأخيرين',
			few: 'آخر # أيام',
			many: 'آخر # يومًا',
			other: 'آخر # يوم',
		})
	return {
		updated: (at) => ['آخر تحديث: ', at],
		by: (names) => ['بقلم ', names],
		readTime: 'مدة القراءة:',
		classicReadTime: (min, sec) =>
			[min > 0 && minutes(min), (sec > 0 || min === 0) && seconds(sec)].filter(Boolean).join(' و'),
		minutes,
		underAMinute: 'أقل من دقيقة',
		minRead: (min) =>
			plural(min, {
				zero: 'قراءة في أقل من دقيقة',
				one: 'قراءة في دقيقة',
				two: 'قراءة في دقيقتين',
				few: 'قراءة في # دقائق',
				many: 'قراءة في # دقيقة',
				other: 'قراءة في # دقيقة',
			}),
		moreStories: 'مقالات أخرى',
		previous: 'المقال السابق',
		next: 'المقال التالي',
		noteToReaders: 'تنويه للقراء',
		corrections: 'التصويبات',
		correctionKinds: { correction: 'تصويب', clarification: 'توضيح', update: 'تحديث' },
		correctionHead: (kind, at) => [kind, '، ', at],
		changedTimes: (count) =>
			plural(count, {
				zero: 'لم يُعدَّل',
				one: 'عُدِّل مرة واحدة',
				two: 'عُدِّل مرتين',
				few: 'عُدِّل # مرات',
				many: 'عُدِّل # مرة',
				other: 'عُدِّل # مرة',
			}),
		publishedOn: (date) => `نُشر في ${date}`,
		changedSince: (link) => [link, ' منذ نشره أول مرة'],
		share: 'شارك هذا المقال',
		sendByMail: 'أرسله بالبريد الإلكتروني',
		followUs: 'تابعنا',
		tags: 'الوسوم',
		nothingHere: 'لم يُنشر شيء هنا بعد.',
		pagesOfStories: 'صفحات المقالات',
		storiesAbout: 'مقالات عن',
		storiesAboutTag: (name) => `مقالات عن ${name}.`,
		commentsOn: (headline) => `التعليقات على «${headline}»`,
		firstStory: 'ما زال المقال الأول قيد الكتابة. عودوا قريبًا من فضلكم.',
		latest: 'أحدث المقالات',
		feltNow: 'ما يشعر به القراء الآن',
		mostDiscussed: 'الأكثر نقاشًا',
		shareOfVotes: (share, votes) =>
			plural(votes, {
				zero: `${percent(share)} من # صوت`,
				one: `${percent(share)} من صوت واحد`,
				two: `${percent(share)} من صوتين`,
				few: `${percent(share)} من # أصوات`,
				many: `${percent(share)} من # صوتًا`,
				other: `${percent(share)} من # صوت`,
			}),
		feltRule: (days, votes) =>
			`لكل شعور، المقال الذي نال منه أكبر نسبة، بحسب أصوات ${lastDays(days)}، من بين المقالات التي لا يقل عدد أصواتها عن ${number(votes)}. ولا تُكرَّر المقالات الظاهرة أعلاه.`,
		discussedRule: (days, comments) =>
			`المقالات التي نالت أكثر التعليقات خلال ${lastDays(days)}، على ألا يقل عددها عن ${number(comments)}. ولا تُكرَّر المقالات الظاهرة أعلاه.`,
		alsoIn: (languages) => ['متاح أيضًا باللغة: ', languages],
		lastChanged: (at) => ['آخر تعديل: ', at],
	}
}
