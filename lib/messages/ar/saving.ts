import type { Format } from '../format'

export const saveForLater = 'احفظه لوقت لاحق'
export const savedForLater = 'محفوظ لوقت لاحق'
export const readingList = 'قائمة القراءة'
export const removedFromList = 'أُزيل من قائمة قراءتك.'
export const leftOff = 'تابع من حيث توقفت'
export const photoOf = ({ number }: Format<'ar'>, position: number, total: number) =>
	`الصورة ${number(position)} من ${number(total)}`
