import type { ModerationMessages } from '../en/moderation'
import type { Format } from '../format'

export const moderation = ({ number }: Format<'ar'>): ModerationMessages => ({
	banned: (words) => ['لا يمكنك التعليق هنا. السبب: ', words],
	bannedUntil: (day, words) => ['لا يمكنك التعليق هنا حتى نهاية ', day, '. السبب: ', words],
	muted: (words) => ['تعليقاتك تنتظر المشرف. السبب: ', words],
	mutedUntil: (day, words) => ['تعليقاتك تنتظر المشرف حتى نهاية ', day, '. السبب: ', words],
	heldAddress: 'التعليقات التي تحمل عنوان البريد هذا تنتظر المشرف.',
	heldRepeat: (hours) => `يكرر نص تعليق أرسلتَه خلال آخر مدة قدرها ${number(hours)} بالساعات.`,
	heldLinks: (count, max) =>
		`عدد روابطه ${number(count)}؛ وكل تعليق يزيد عدد روابطه على ${number(max)} ينتظر المشرف.`,
	heldSite: (site) => ['يذكر الموقع ', site, '؛ وهذه التعليقات تنتظر المشرف.'],
	refusedSite: (site) => ['لا تُقبل هنا التعليقات التي تذكر الموقع ', site, '.'],
	heldWord: (word) => ['فيه الكلمة «', word, '»؛ وهذه التعليقات تنتظر المشرف.'],
	refusedWord: (word) => ['لا تُقبل هنا التعليقات التي فيها الكلمة «', word, '».'],
	heldName: (word) => ['في الاسم الكلمة «', word, '»؛ وهذه التعليقات تنتظر المشرف.'],
	refusedName: (word) => ['لا تُقبل هنا الأسماء التي فيها الكلمة «', word, '».'],
	heldSpeed: (count, minutes, max) =>
		`هو تعليقك رقم ${number(count)} في مدة قدرها ${number(minutes)} بالدقائق؛ وبعد رقم ${number(max)} تنتظر التعليقات المشرف.`,
	heldFlood: (minutes, max) =>
		`وصلت تعليقات يزيد عددها على ${number(max)} في مدة قدرها ${number(minutes)} بالدقائق. وحتى تنقضي هذه الكثرة تنتظر المشرفَ تعليقاتُ القراء الذين لم يُقبل لهم تعليق بعد.`,
	heldHoneypot: 'وصل كما ترسل البرامج تعليقاتها. إن كنت إنسانًا فسيرى المشرف ذلك.',
	heldUnconfirmed:
		'يظهر عندما تفتح الرابط الذي نرسله إليك ويؤكد عنوان بريدك. وإن لم يصل فأرسل التعليق مرة أخرى.',
	heldUnconfirmedAccount: 'يظهر عندما يؤكَّد عنوان بريدك. صفحة حسابك ترسل إليك الرابط.',
	heldUnconfirmable: 'لا يمكن هنا تأكيد عناوين البريد، لذلك ينتظر المشرف.',
	heldPremoderated: 'كل تعليق على هذا المقال ينتظر المشرف.',
	heldTrust: (approved, needed) =>
		`تنتظر التعليقات المشرف إلى أن يبلغ عدد ما وُوفق عليه لصاحبها ${number(needed)}؛ ولك حتى الآن ${number(approved)}.`,
	unchecked: 'لم يُجب الفحص الآلي؛ وتنتظر التعليقات المشرف في هذه الأثناء.',
	heldByCheck: 'احتجزه الفحص الآلي إلى أن يراه المشرف.',
	heldByCheckBecause: (words) => ['احتجزه الفحص الآلي إلى أن يراه المشرف. السبب: ', words],
	refusedByCheck: 'لا يقبل الفحص الآلي هذا التعليق.',
	refusedByCheckBecause: (words) => ['لا يقبل الفحص الآلي هذا التعليق. السبب: ', words],
})
