import type { NoticesMessages } from '../en/notices'
import type { Format } from '../format'

export const notices = ({ number, plural }: Format<'sw'>): NoticesMessages => ({
	title: 'Taarifa',
	titled: (count, more: boolean) => `Taarifa (${number(count)}${more ? '+' : ''})`,
	short: (count, more) => `(${number(count)}${more ? '+' : ''})`,
	hint: 'Majibu kwa maoni yako, uamuzi kuyahusu, na yaliyozipata kura zako',
	none: 'Bado hakuna lililoyapata maoni na kura zako.',
	unread: 'Mpya',
	unreadLink: (count) => plural(count, { one: 'Taarifa # haijasomwa', other: 'Taarifa # hazijasomwa' }),
	markAll: 'Weka yote kuwa yamesomwa',
	marked: 'Yote yamewekwa kuwa yamesomwa.',
	reply: (name) => [name, ' amejibu maoni yako.'],
	approved: 'Maoni yako yalisubiri, na sasa yamechapishwa.',
	notPublished: 'Maoni yako hayakuchapishwa.',
	removed: 'Maoni yako yaliondolewa.',
	undonePublic: 'Uamuzi dhidi ya maoni yako umefutwa. Yamechapishwa.',
	undoneWaits: 'Uamuzi dhidi ya maoni yako umefutwa.',
	complaint: 'Chumba cha habari kimeamua kuhusu malalamiko yako.',
	respects: (count) =>
		plural(count, {
			one: 'Msomaji # ameonyesha heshima kwa maoni yako.',
			other: 'Wasomaji # wameonyesha heshima kwa maoni yako.',
		}),
	pick: 'Maoni yako ni chaguo la wahariri.',
	counted: 'Mhariri amehesabu kura yako, iliyokuwa imewekwa kando.',
	reason: (reason) => `Sababu: ${reason}`,
})
