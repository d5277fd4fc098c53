import type { ReportsMessages } from '../en/reports'
import type { Format } from '../format'

export const reports = ({ number, plural }: Format<'sw'>): ReportsMessages => ({
	report: 'Ripoti au puuza',
	reportWhose: (name) => [' maoni ya ', name],
	title: 'Ripoti maoni',
	comment: 'Maoni',
	by: (name, story) => ['Ya ', name, ', kuhusu ', story],
	reason: 'Kuna tatizo gani?',
	reasons: {
		illegal: 'Ni kinyume cha sheria',
		abuse: 'Yanatukana, kutisha au kunyanyasa watu',
		spam: 'Ni taka au tangazo',
		other: 'Jambo lingine',
	},
	explanation: 'Maelezo',
	explanationHint: (max) =>
		`Hadi herufi ${number(max)}. Yanahitajika kwa maudhui yaliyo kinyume cha sheria: kwa nini, na kwa sheria gani ukijua. Yanahitajika pia kwa “jambo lingine”.`,
	goodFaith: 'Naamini kwa nia njema kwamba ninachosema hapa ni sahihi na kamili.',
	goodFaithHint:
		'Inahitajika kwa maudhui yaliyo kinyume cha sheria (Kifungu cha 16 cha Sheria ya Huduma za Kidijitali ya Umoja wa Ulaya).',
	identity:
		'Ripoti inaweza kutumwa bila jina. Taarifa ya maudhui yaliyo kinyume cha sheria inapaswa kuwa na jina na anwani ya barua pepe, isipokuwa kuhusu makosa ya kingono dhidi ya watoto. Mwandishi wa maoni hapati hata kimoja.',
	name: 'Jina lako (si lazima)',
	email: 'Barua pepe yako (si lazima)',
	emailHint: 'Risiti na uamuzi hutumwa huko, kama tovuti hii hutuma barua pepe.',
	send: 'Tuma ripoti',
	receipt: (report) => `Ripoti ${number(report)}`,
	received: 'Ripoti yako imefika kwenye chumba cha habari.',
	keepAddress: 'Anwani ya ukurasa huu ni risiti yako. Ihifadhi: uamuzi na sababu zake zitakuwa hapa pia.',
	decided: 'Chumba cha habari kimeamua; sababu ziko hapa chini.',
	sentOn: 'Ilitumwa',
	reported: 'Maoni yaliyoripotiwa',
	seeComment: 'Tazama maoni',
	noLongerShown: 'Hayaonyeshwi kwa sasa.',
	state: 'Uamuzi',
	open: 'Mtu wa chumba cha habari bado hajaamua.',
	receiptSubject: (report, siteName) => `Ripoti yako ${number(report)} kwa ${siteName}`,
	mailReceived: (report) =>
		`Ripoti yako ya maoni imefika; namba yake ni ${number(report)}. Mtu wa chumba cha habari ataamua.`,
	mailAddress: 'Unaweza kusoma hali yake, na baadaye uamuzi, kwenye anwani hii. Usiishiriki:',
	chooseReason: 'Tafadhali chagua tatizo la maoni haya.',
	explain: 'Tafadhali eleza tatizo la maoni haya.',
	explanationTooLong: (length, max) =>
		`Maelezo yako yana herufi ${number(length)}; tafadhali yafupishe hadi ${number(max)}.`,
	confirmGoodFaith:
		'Tafadhali thibitisha kwamba unachosema ni sahihi na kamili; inahitajika kwa maudhui yaliyo kinyume cha sheria.',
	commentGone: 'Maoni haya hayapo tena kwenye tovuti.',
	kept: (days) =>
		plural(days, {
			one: 'Chumba cha habari pekee husoma ripoti. Jina lako, anwani yako na maneno yako hufutwa siku # baada ya uamuzi.',
			other:
				'Chumba cha habari pekee husoma ripoti. Jina lako, anwani yako na maneno yako hufutwa siku # baada ya uamuzi.',
		}),
})
