import type { CommentListsMessages } from '../en/comment-lists'
import type { Format } from '../format'

export const commentLists = ({ number }: Format<'ar'>): CommentListsMessages => ({
	titles: { latest: 'أحدث التعليقات', respected: 'التعليقات الأكثر احترامًا' },
	descriptions: {
		latest: 'ما يقوله القراء عن كل المقالات، من الأحدث إلى الأقدم.',
		respected: 'ما يقوله القراء عن كل المقالات، حسب احترام القراء الآخرين.',
	},
	lists: 'قوائم التعليقات',
	latestRule: 'تعليقات كل المقالات، من الأحدث إلى الأقدم.',
	respectedRule: (days, readers, most) =>
		`التعليقات المكتوبة في آخر أيام عددها ${number(days)}، ولها احترام قراء لا يقل عددهم عن ${number(readers)}، مرتبةً حسب عدد هؤلاء القراء، وأقصى عدد لها ${number(most)}.`,
	empty: {
		latest: 'لا تعليقات بعد. ستظهر هنا حين يكتب القراء.',
		respected: 'لم ينل أي تعليق احترامًا كافيًا بعد. تمتلئ القائمة حين يُبدي القراء احترامهم.',
	},
	on: (headline) => ['عن ', headline],
	readOn: 'تابع القراءة:',
	first: { latest: 'الأحدث', respected: 'الأكثر احترامًا' },
	next: { latest: 'تعليقات أقدم', respected: 'تعليقات أخرى' },
	entryTitle: (name, headline) => `${name} عن «${headline}»`,
})
