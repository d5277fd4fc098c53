import type { PublicNameMessages } from '../en/public-name'
import type { Format } from '../format'

export const publicName = ({ number, plural }: Format<'ar'>): PublicNameMessages => ({
	title: 'الاسم العلني',
	hint: 'يظهر فوق تعليقاتك، ومنها السابقة.',
	limit: (max, days) =>
		plural(max, {
			zero: `لا يمكنك تغييره (#) خلال ${number(days)} يومًا.`,
			one: `يمكنك تغييره مرة واحدة (#) خلال ${number(days)} يومًا. ويرى المشرفون أسماءك السابقة.`,
			two: `يمكنك تغييره مرتين (#) خلال ${number(days)} يومًا. ويرى المشرفون أسماءك السابقة.`,
			few: `يمكنك تغييره # مرات خلال ${number(days)} يومًا. ويرى المشرفون أسماءك السابقة.`,
			many: `يمكنك تغييره # مرة خلال ${number(days)} يومًا. ويرى المشرفون أسماءك السابقة.`,
			other: `يمكنك تغييره # مرة خلال ${number(days)} يومًا. ويرى المشرفون أسماءك السابقة.`,
		}),
	label: 'الاسم العلني',
	change: 'تغيير الاسم',
	tooOften: (max, days) =>
		plural(max, {
			zero: `لم تغيّر اسمك (#) خلال ${number(days)} يومًا، وهذا هو الحد.`,
			one: `غيّرت اسمك مرة واحدة (#) خلال ${number(days)} يومًا، وهذا هو الحد.`,
			two: `غيّرت اسمك مرتين (#) خلال ${number(days)} يومًا، وهذا هو الحد.`,
			few: `غيّرت اسمك # مرات خلال ${number(days)} يومًا، وهذا هو الحد.`,
			many: `غيّرت اسمك # مرة خلال ${number(days)} يومًا، وهذا هو الحد.`,
			other: `غيّرت اسمك # مرة خلال ${number(days)} يومًا، وهذا هو الحد.`,
		}),
	choose: 'اختر اسمك العلني',
	chooseHint: (provider) =>
		`يُنشئ هذا حساب قارئ هنا تدخل إليه عبر ${provider}. يظهر الاسم فوق تعليقاتك، ولا يلزم أن يكون اسمك في تلك الخدمة.`,
	make: 'إنشاء حسابي',
	startAgain: 'ابدأ من جديد',
})
