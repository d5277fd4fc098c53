import type { PageMessages } from '../en/page'
import type { Format } from '../format'

export const page = ({ number }: Format<'ar'>): PageMessages => ({
	skip: 'انتقل إلى المحتوى',
	search: 'بحث',
	sections: 'الأقسام',
	atTheFoot: 'أسفل الصفحة',
	follow: 'تابعنا',
	corrections: 'التصويبات',
	backToTop: 'العودة إلى الأعلى',
	elsewhere: 'على مواقع أخرى',
	elsewhereOf: (name) => `${name} على مواقع أخرى`,
	signIn: 'تسجيل الدخول',
	account: 'حسابك',
	appearance: 'المظهر',
	colours: 'الألوان',
	textSize: 'حجم الخط',
	asItIs: 'كما هو',
	inUse: 'الآن',
	apply: 'تطبيق',
	themes: { system: 'حسب الجهاز', light: 'فاتح', dark: 'داكن' },
	sizes: { small: 'صغير', normal: 'عادي', large: 'كبير', larger: 'أكبر' },
	previousPage: 'الصفحة السابقة',
	nextPage: 'الصفحة التالية',
	pageOf: (current, pages) => `الصفحة ${number(current)} من ${number(pages)}`,
	titleOfPage: (title, current) => `${title}، الصفحة ${number(current)}`,
	latestFrom: (siteName) => `آخر المقالات من ${siteName}.`,
	loadPicture: (kilobytes) =>
		kilobytes === null ? 'حمِّل الصورة' : `حمِّل الصورة (${number(kilobytes)} كيلوبايت)`,
	closeAd: 'إغلاق',
	weekdayBefore: (weekday) => `${weekday}، `,
})
