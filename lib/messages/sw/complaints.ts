import type { ComplaintsMessages } from '../en/complaints'
import type { Format } from '../format'

const WHO =
	'Unaweza kulalamika ndani ya siku # baada ya uamuzi. Mtu mwingine wa chumba cha habari huamua, kama yupo, na kamwe si mashine. Unaweza pia kwenda mahakamani.'
const TOO_LATE = 'Malalamiko yanawezekana ndani ya siku # baada ya uamuzi.'

export const complaints = ({ number, plural }: Format<'sw'>): ComplaintsMessages => ({
	title: 'Lalamika',
	who: (days) => plural(days, { one: WHO, other: WHO }),
	text: 'Kwa nini uamuzi si sahihi?',
	textHint: (max) => `Hadi herufi ${number(max)}.`,
	send: 'Tuma malalamiko',
	yours: 'Malalamiko yako',
	waiting: 'Yako kwenye chumba cha habari. Jibu litakuwa kwenye ukurasa huu.',
	upheldForAuthor: 'Yamekubaliwa: maoni yanaonyeshwa tena.',
	upheldForReporter: 'Yamekubaliwa: uamuzi umefutwa, na mwingine utafuata.',
	rejected: 'Yamekataliwa: uamuzi unabaki.',
	answer: 'Sababu',
	sayWhy: 'Tafadhali sema kwa nini uamuzi si sahihi.',
	tooLong: (length, max) =>
		`Malalamiko yako yana herufi ${number(length)}; tafadhali yafupishe hadi ${number(max)}.`,
	noDecision: 'Hakuna uamuzi kama huo kuhusu maoni au ripoti yako.',
	onlyOne: 'Umeshalalamika kuhusu uamuzi huu.',
	tooLate: (days) => plural(days, { one: TOO_LATE, other: TOO_LATE }),
	subject: (siteName) => `Malalamiko yako kwa ${siteName}`,
	mail: 'Chumba cha habari kimeamua kuhusu malalamiko yako.',
})
