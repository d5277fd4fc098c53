import type { ProvidersMessages } from '../en/providers'

export const providers = (): ProvidersMessages => ({
	continueWith: (provider) => `Endelea na ${provider}`,
	firstTime:
		'Mara ya kwanza, hili hufungua akaunti ya msomaji hapa. Unachagua jina linaloonyeshwa juu ya maoni yako; barua pepe yako haichapishwi kamwe.',
	signInToConnect: (provider) =>
		`Barua pepe ya akaunti yako ya ${provider} tayari ina akaunti hapa. Ingia kama ulivyoingia awali; kisha unaweza kuiunganisha na ${provider}.`,
	problems: {
		denied: (provider) =>
			`${provider} haikuruhusiwa kukuingiza hapa. Hakuna kilichobadilishwa. Unaweza kujaribu tena, au kuingia kwa njia nyingine.`,
		expired: (provider) =>
			`Kuingia kwa ${provider} kulichukua muda mrefu, kulitumika tayari, au hakukuanzia kwenye kivinjari hiki. Tafadhali anza tena.`,
		unavailable: (provider) =>
			`${provider} haikujibu ipasavyo. Tafadhali jaribu tena baada ya dakika chache, au ingia kwa njia nyingine.`,
		'no-address': (provider) =>
			`Akaunti yako ya ${provider} haina barua pepe ambayo ${provider} imeithibitisha, kwa hiyo akaunti haikuweza kufunguliwa hapa. Thibitisha barua pepe huko, au fungua akaunti hapa kwa nenosiri.`,
		closed: (provider) =>
			`Akaunti ambayo ${provider} hukuingiza imefungwa. Tafadhali andikia chumba cha habari ukidhani ni kosa.`,
		elsewhere: (provider) =>
			`Akaunti hiyo ya ${provider} imeunganishwa na akaunti nyingine hapa. Ili kuitumia hiyo, toka kwanza.`,
	},
	title: 'Akaunti nyingine zinazokuingiza',
	explained: 'Tovuti hii hujua jina lako na barua pepe yako ya huko, na huhifadhi namba ya akaunti tu.',
	since: (day) => ['imeunganishwa tangu ', day],
	notConnected: 'haijaunganishwa',
	connectShort: 'Unganisha',
	connect: (provider) => `Unganisha ${provider}`,
	disconnect: 'Tenganisha',
	disconnectOf: (provider) => `Tenganisha ${provider}`,
	connectTitle: 'Unganisha akaunti',
	connectHint: (provider, there, here) =>
		`Akaunti yako ya ${provider} ${there} itaweza kisha kuingia kwenye akaunti yako ${here} hapa. Unaweza kuitenganisha wakati wowote.`,
	notNow: 'Sio sasa',
	signInAgain:
		'Akaunti yako haina nenosiri, kwa hiyo ingia tena kuthibitisha kuwa ni wewe. Kisha rudia ulichotaka kufanya.',
	noPassword: 'Akaunti yako bado haina nenosiri. Ukiwa nalo, unaweza kuingia bila huduma nyingine yoyote.',
	newPasswordDisconnects:
		'Akaunti nyingine zinazokuingiza hapa, kama GitHub, zitatenganishwa ikiwa akaunti ilikuwa na nenosiri awali.',
	setPassword: 'Weka nenosiri',
})
