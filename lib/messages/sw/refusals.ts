import type { RefusalsMessages } from '../en/refusals'
import type { Format } from '../format'

export const refusals = ({ number, plural }: Format<'sw'>): RefusalsMessages => ({
	titles: {
		invalid: 'Tafadhali angalia hapa tena',
		'not-found': 'Haikupatikana',
		gone: 'Haipo tena hapa',
		unauthenticated: 'Tafadhali ingia',
		forbidden: 'Hairuhusiwi',
		unconfirmed: 'Tafadhali thibitisha kuwa ni wewe',
		conflict: 'Mtu mwingine ametangulia',
		'rate-limited': 'Polepole kidogo, tafadhali',
		busy: 'Bado haijahifadhiwa',
		full: 'Bado haijahifadhiwa',
		unavailable: 'Bado haijahifadhiwa',
		unknown: 'Huenda imehifadhiwa',
		fault: 'Hilo halikufanikiwa',
	},
	seconds: (count) => plural(count, { one: 'sekunde #', other: 'sekunde #' }),
	minutes: (count) => plural(count, { one: 'dakika #', other: 'dakika #' }),
	hours: (count) => plural(count, { one: 'saa #', other: 'saa #' }),
	tryAgainIn: (message, wait) => `${message} Tafadhali jaribu tena baada ya ${wait}.`,
	sendAgainIn: (message, wait) => `${message} Tafadhali tuma tena baada ya ${wait}.`,
	networkRespected:
		'Wasomaji wengi wa mtandao huu wametoa heshima kwa maoni hapa leo, kwa hiyo heshima hii haikuhesabiwa.',
	tooOften: 'Hiyo imekuwa mara nyingi mno.',
	tooManyPasswords: 'Manenosiri mengi mno yamejaribiwa kutoka hapa.',
	accountGuessed:
		'Manenosiri mengi mno yasiyo sahihi yamejaribiwa kwa akaunti hii. Kivinjari kilichowahi kuingia hakizuiwi na hilo.',
	otherSite:
		'Hii ilitumwa kutoka tovuti nyingine, kwa hiyo hakuna kilichohifadhiwa. Tafadhali tumia ukurasa wa hapa.',
	notWhole: 'Fomu haikufika yote. Tafadhali itume tena.',
	formTooLarge: (kilobytes) => `Fomu ya hapa ina kB ${number(kilobytes)} au chini.`,
	busy: 'Hii haikuweza kuhifadhiwa, kwa sababu programu nyingine inatumia hifadhidata ya tovuti.',
	full: 'Hii haikuweza kuhifadhiwa, kwa sababu hifadhi ya tovuti imejaa.',
	unavailable: 'Hii haikuweza kuhifadhiwa, kwa sababu hifadhi ya tovuti haifanyi kazi kwa sasa.',
	unknown:
		'Tovuti ilipoteza hifadhidata yake wakati wa kuhifadhi hii, kwa hiyo huenda imehifadhiwa au la. Tafadhali angalia kama ipo kabla ya kutuma tena.',
	fault:
		'Hilo halikufanikiwa, na hitilafu iko upande wetu; imeandikwa. Tafadhali jaribu tena baada ya muda mfupi.',
	storyGone: 'Habari hii haipo kwenye tovuti.',
	listFull: (max) =>
		`Orodha yako ya kusoma ina habari ${number(max)}, ambacho ni kikomo chake. Ondoa moja, kisha uhifadhi hii.`,
	noAd: 'Hakuna tangazo kama hilo.',
	moodsOff: 'Hisia zimezimwa kwa habari hii.',
	ratingsOff: 'Nyota zimezimwa kwa habari hii.',
	unknownMood: 'Tafadhali chagua kwanza mojawapo ya hisia.',
	noStars: 'Tafadhali chagua kwanza nyota 1 hadi 5.',
	noCookie: 'Kivinjari hiki kimekataa kuki inayohakikisha kura moja kwa kila msomaji.',
	signInAgain: 'Tafadhali ingia tena ili uendelee kwa jina lako.',
	signInFirst: 'Tafadhali ingia kwanza.',
	signInToComment: 'Tafadhali ingia ili uchapishe maoni yako; maandishi yako yamehifadhiwa.',
	writeFirst: 'Tafadhali andika kitu kwanza.',
	commentTooLong: (length, max) =>
		`Maoni yako yana herufi ${number(length)}; tafadhali yafupishe hadi ${number(max)}.`,
	parentGone: 'Maoni uliyoyajibu hayapo tena. Unaweza kuchapisha haya kama maoni ya peke yake.',
	commentsHeld: (count, wait) =>
		plural(count, {
			one: `Maoni # yako kwenye habari hii yanasubiri idhini. Tafadhali tuma haya baada ya ${wait}, huenda chumba cha habari kitakuwa kimeyasoma.`,
			other: `Maoni # yako kwenye habari hii yanasubiri idhini. Tafadhali tuma haya baada ya ${wait}, huenda chumba cha habari kitakuwa kimesoma baadhi.`,
		}),
	notOwnComment: 'Maoni haya si yako, au hayapo tena.',
	editOver: 'Muda wa kubadilisha maoni haya umekwisha; maandishi yako mapya yako hapa chini.',
	commentGone: 'Maoni hayapo tena.',
	ownRespect: 'Heshima ni kwa maoni ya wengine.',
	commentsClosed: 'Maoni ya habari hii yamefungwa. Yaliyosemwa yanabaki.',
	commentsClosedBecause: (reason) => `Maoni ya habari hii yamefungwa: ${reason} Yaliyosemwa yanabaki.`,
	commentsClosedAfter: (days) =>
		plural(days, {
			one: 'Maoni ya habari hii yalifungwa siku # baada ya kuchapishwa. Yaliyosemwa yanabaki.',
			other: 'Maoni ya habari hii yalifungwa siku # baada ya kuchapishwa. Yaliyosemwa yanabaki.',
		}),
	sayWhatFailed: 'Tafadhali andika kisichofanya kazi.',
	messageTooLong: (length, max) =>
		`Ujumbe wako una herufi ${number(length)}; tafadhali ufupishe hadi ${number(max)}.`,
	addressTooLong: (max) => `Tafadhali anwani iwe chini ya herufi ${number(max)}.`,
	tooManyMessages:
		'Ujumbe mwingi sana unasubiri kwa sasa, kwa hiyo huu haukuweza kuhifadhiwa. Tafadhali andikia chumba cha habari kwa barua pepe.',
	giveName: 'Tafadhali andika jina.',
	nameTooLong: (max) => `Tafadhali jina liwe chini ya herufi ${number(max)}.`,
	staffName:
		'Hili ni jina la mtu wa chumba cha habari, au la tovuti. Kama ni lako, tafadhali ingia; la sivyo chagua jingine.',
	markedName:
		'Jina hili linaishia kama alama ya chumba cha habari, kama “chumba cha habari” au “mwandishi”. Tafadhali chagua jingine.',
	notAnAddress: 'Hiyo haifanani na anwani ya barua pepe, kama ada@example.org.',
	addressTaken: 'Anwani hii ya barua pepe tayari ina akaunti. Tafadhali ingia.',
	emailConfirmed: 'Anwani yako ya barua pepe imekwisha kuthibitishwa.',
	passwordTooShort: (min) => `Tafadhali chagua nenosiri lenye angalau herufi ${number(min)}.`,
	passwordTooLong: (max) => `Tafadhali nenosiri liwe chini ya herufi ${number(max)}.`,
	passwordRepeats: 'Nenosiri hilo linarudia herufi chache mno; tafadhali chagua jingine.',
	wrongPassword: 'Anwani ya barua pepe au nenosiri si sahihi.',
	wrongPresentPassword: 'Nenosiri la sasa si sahihi.',
	wrongOwnPassword: 'Nenosiri si sahihi.',
	wrongCode: 'Msimbo huo si sahihi, au umeshatumika.',
	wrongFirstCode: 'Huo si msimbo ambao programu inaonyesha sasa.',
	confirmFirst: 'Tafadhali thibitisha kuwa ni wewe, kwa sababu hili linahitaji kuingia kwa karibuni.',
	factorFirst:
		'Tafadhali ongeza kwanza hatua ya pili kwenye akaunti yako; wafanyakazi wa tovuti hii lazima wawe nayo.',
	signInTooLong: 'Kuingia kumechukua muda mrefu mno. Tafadhali anza tena.',
	secondStepOver:
		'Kuingia huku kumechukua muda mrefu mno, au kumekuwa na misimbo mingi isiyo sahihi. Tafadhali anza tena.',
	tookTooLong: 'Hii imechukua muda mrefu mno. Tafadhali anza tena.',
	sessionEnded: 'Kipindi hicho kimekwisha kufungwa.',
	linkUsed: 'Kiungo hiki kimeshatumika au ni cha zamani mno. Tafadhali omba kingine.',
	invitationUsed: 'Kiungo hiki kimeshatumika, kimebatilishwa, au ni cha zamani mno. Tafadhali omba kingine.',
	appInUse: 'Programu ya uthibitishaji inatumika tayari. Tafadhali iondoe kwanza.',
	needsHost: 'Funguo za siri zinahitaji tovuti yenye jina la kikoa.',
	passkeysMax: (max) =>
		plural(max, {
			one: 'Akaunti ina ufunguo wa siri # tu.',
			other: 'Akaunti ina funguo za siri # au chini.',
		}),
	passkeyKnown: 'Ufunguo huu wa siri umesajiliwa tayari.',
	passkeyUnverified: 'Ufunguo huu wa siri haukuweza kuthibitishwa. Tafadhali ingia kwa nenosiri lako.',
	passkeyUnknown: 'Ufunguo huo wa siri si wa akaunti hii.',
	otherPasskey: 'Huu si ufunguo wa siri wa akaunti yako.',
	namePasskey: 'Tafadhali upe ufunguo wa siri jina.',
	lastPasskey: 'Ufunguo huu wa siri ndiyo njia yako pekee ya kuingia. Weka nenosiri kwanza.',
	providerElsewhere: (provider) => `Akaunti hiyo ya ${provider} imeunganishwa na akaunti nyingine hapa.`,
	providerTwice: (provider) =>
		`Akaunti yako tayari imeunganishwa na akaunti nyingine ya ${provider}. Itenganishe hiyo kwanza.`,
	providerUnknown: 'Akaunti hiyo haijaunganishwa.',
	lastProvider: (provider) =>
		`${provider} ndiyo njia yako pekee ya kuingia, kwa hiyo itabaki imeunganishwa. Weka nenosiri kwanza, au ongeza ufunguo wa siri.`,
})
