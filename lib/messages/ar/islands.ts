import type { Format } from '../format'

const RELOAD = 'أعد تحميل الصفحة لترى هل سُجِّل ما أرسلته.'

const characters = ({ plural }: Format<'ar'>, count: number) =>
	plural(count, {
		zero: '# حرف',
		one: 'حرف واحد',
		two: 'حرفان',
		few: '# أحرف',
		many: '# حرفًا',
		other: '# حرف',
	})

export const lookAgain = 'يُرجى مراجعة ما يلي'
export const notPostedYet = 'لم يُنشر تعليقك بعد'
export const posting = 'يُرسَل…'
export const posted = 'نُشر تعليقك.'
export const held = 'أُرسل تعليقك وهو في انتظار الموافقة.'
export const showNew = ({ plural }: Format<'ar'>, count: number) =>
	plural(count, {
		zero: 'لا تعليقات جديدة',
		one: 'اعرض تعليقًا جديدًا واحدًا',
		two: 'اعرض تعليقين جديدين',
		few: 'اعرض # تعليقات جديدة',
		many: 'اعرض # تعليقًا جديدًا',
		other: 'اعرض # تعليق جديد',
	})
export const countOf = ({ number }: Format<'ar'>, count: number, max: number) =>
	`${number(count)} من ${number(max)}`
export const tooMany = ({ number }: Format<'ar'>, count: number) => `زيادة: ${number(count)}`
export const charactersTooMany = (format: Format<'ar'>, count: number) =>
	`زيادة: ${characters(format, count)}`
export const charactersLeft = (format: Format<'ar'>, count: number) => `المتبقي: ${characters(format, count)}`
export const unreachable = `تعذَّر الوصول إلى الموقع. ${RELOAD}`
export const timedOut = `لم يستجب الموقع في الوقت المناسب. ${RELOAD}`
export const serverError = `حدث خطأ من جهتنا. ${RELOAD}`
export const moodCast = (_: Format<'ar'>, mood: string, votes: string) => `${mood}، ${votes}، هذا شعورك`
export const moodWithdrawn = (_: Format<'ar'>, mood: string, votes: string) => `${mood}، ${votes}، سُحب شعورك`
export const notRated = 'لم يقيِّم أحد هذا المقال.'
export const ratingWithdrawn = (_: Format<'ar'>, all: string) => `سُحب تقييمك. ${all}`
export const share = 'شارك…'
export const copyLink = 'انسخ الرابط'
export const copied = 'نُسخ'
export const linkCopied = 'نُسخ الرابط.'
export const linkSelected = 'حُدِّد الرابط وهو جاهز للنسخ.'
export const switchOn = 'فعِّله'
export const switchOff = 'عطِّله'
export const keptSince = (_: Format<'ar'>, time: string) => `محفوظ منذ ${time}`
export const removeKept = 'إزالة'
export const removeCopyOf = (_: Format<'ar'>, title: string) => `إزالة نسخة «${title}»`
export const copyRemoved = 'أُزيلت النسخة.'
export const copiesRemoved = 'أُزيلت كل النسخ.'
export const noCopies = 'لا مقالات محفوظة على هذا الجهاز.'
