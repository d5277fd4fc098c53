import type { ReplyMailsMessages } from '../en/reply-mails'
import type { Format } from '../format'

export const replyMails = ({ plural }: Format<'sw'>): ReplyMailsMessages => ({
	wish: 'Niandikieni mtu anapojibu',
	wishThread: 'Niandikieni kuhusu kila jibu kwenye mazungumzo haya',
	hint: 'Maoni yako yatakapokuwa kwenye tovuti, barua pepe itakuomba uthibitishe anwani, ikiwa bado haijathibitishwa. Kila barua pepe ina kiungo cha kuzisimamisha.',
	title: 'Barua pepe kuhusu majibu',
	confirmLead: 'Thibitisha anwani, na utapata barua pepe mtu anapojibu maoni yako.',
	confirm: 'Thibitisha anwani',
	confirmed:
		'Anwani imethibitishwa. Utapata barua pepe mtu anapojibu maoni yako. Kila barua pepe ina kiungo cha kuzisimamisha.',
	onLead: 'Unapata barua pepe mtu anapojibu maoni yako.',
	which: 'Barua pepe zipi zisimame?',
	ofThread: (headline) => ['Za mazungumzo haya chini ya ', headline],
	ofAll: 'Barua pepe zote kuhusu majibu',
	stop: 'Simamisha barua pepe hizi',
	stopAll: 'Simamisha barua pepe zote',
	threadOff: 'Hutapata tena barua pepe kuhusu mazungumzo haya.',
	off: 'Hutapata tena barua pepe kuhusu majibu.',
	others: (comments) =>
		plural(comments, {
			one: 'Bado unapata barua pepe kuhusu majibu ya maoni mengine #.',
			other: 'Bado unapata barua pepe kuhusu majibu ya maoni mengine #.',
		}),
	linkGone: 'Kiungo hiki hakifanyi kazi tena. Maoni mapya yenye kisanduku kilichotiwa alama huleta kipya.',
	confirmSubject: (siteName) => `Barua pepe kuhusu majibu kutoka ${siteName}?`,
	confirmMail: (headline) =>
		`Maoni yako kuhusu “${headline}” yapo kwenye tovuti. Uliomba barua pepe mtu anapoyajibu.`,
	confirmOpen: (days) =>
		plural(days, {
			one: 'Fungua kiungo hiki kuthibitisha anwani yako, ndani ya siku #:',
			other: 'Fungua kiungo hiki kuthibitisha anwani yako, ndani ya siku #:',
		}),
	confirmUnexpected: 'Kama hukuomba, puuza barua pepe hii: majibu hutumwa baada ya kiungo hiki tu.',
	subjectOfOne: (name, headline) => `${name} amejibu chini ya “${headline}”`,
	subjectOfMany: (count, siteName) =>
		plural(count, { one: `Jibu jipya # kwenye ${siteName}`, other: `Majibu mapya # kwenye ${siteName}` }),
	repliedOn: (name, headline) => `${name} chini ya “${headline}”:`,
	further: (count) =>
		plural(count, {
			one: 'Jibu jingine # lipo kwenye tovuti.',
			other: 'Majibu mengine # yapo kwenye tovuti.',
		}),
	why: 'Unapata barua pepe hii kwa sababu uliiomba chini ya maoni. Kiungo hiki husimamisha barua pepe kama hizi:',
})
