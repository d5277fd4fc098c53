import type { SearchMessages } from '../en/search'
import type { Format } from '../format'

const NARROW = 'كلمة أخرى أو قسم أو تاريخ يضيّق النتائج.'

export function search({ plural }: Format<'ar'>): SearchMessages {
	const stories = (count: number) =>
		plural(count, {
			zero: 'لا مقالات',
			one: 'مقال واحد',
			two: 'مقالان',
			few: '# مقالات',
			many: '# مقالًا',
			other: '# مقال',
		})
	return {
		title: 'البحث',
		titleOf: (typed) => `${typed} – البحث`,
		description: 'ابحث عن المقالات بكلماتها وكتّابها وأقسامها وتواريخها.',
		searchOf: (site) => `البحث في مقالات ${site}`,
		wordsInStory: 'كلمات من المقال',
		submit: 'ابحث',
		filters: 'القسم والكاتب والتاريخ',
		section: 'القسم',
		allSections: 'كل الأقسام',
		author: 'الكاتب',
		from: 'من',
		to: 'إلى',
		tips: 'يجب أن ترد كل كلمة في المقال: في العنوان أو النص أو شرح الصورة أو اسم الكاتب. تُبقي «علامات الاقتباس» الكلمات متتالية، وتستبعد علامة الناقص كلمة: جسر −رسوم.',
		keyTip: 'يفتح المفتاح / البحث في كل صفحة.',
		newestFirst: (count) => `${stories(count)}، الأحدث أولًا`,
		bestFirst: (count) => `${stories(count)}، الأنسب أولًا`,
		newestOfMore: (count) => `أحدث ما ورد فيه هذه الكلمات: ${stories(count)}. ${NARROW}`,
		bestOfMore: (count) => `الأنسب من بين نتائج أكثر: ${stories(count)}. ${NARROW}`,
		pages: 'صفحات النتائج',
		firstPage: 'الصفحة الأولى',
		quoted: (typed) => `«${typed}»`,
		noStory: (quoted) => ['لا يوجد مقال فيه ', quoted, '.'],
		noStoryFiltered: (quoted) => ['لا يوجد مقال فيه ', quoted, ' بهذا القسم والكاتب والتاريخ.'],
		didYouMean: (suggestion) => ['هل تقصد ', suggestion, '؟'],
		searchAll: 'ابحث في كل الأقسام ولدى كل الكتّاب وفي كل التواريخ',
		foundAlone: (words) => ['وُجدت منفردة: ', words],
		latest: 'أحدث المقالات',
	}
}
