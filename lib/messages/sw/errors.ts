import type { ErrorsMessages } from '../en/errors'

const LOST = 'Huenda anwani imepoteza herufi.'

export const errors = (): ErrorsMessages => ({
	notFound: () => ({
		title: 'Hakuna kitu kwenye anwani hii',
		detail: 'Huenda habari imehamishwa, au anwani imepoteza herufi njiani.',
	}),
	noStory: () => ({
		title: 'Hakuna habari kwenye anwani hii',
		detail: 'Huenda imehamishwa, au anwani imepoteza herufi njiani.',
	}),
	noComment: () => ({
		title: 'Hakuna maoni kwenye anwani hii',
		detail: 'Huenda yameondolewa, au bado yanasubiri idhini.',
	}),
	commentRemoved: () => ({
		title: 'Maoni haya yameondolewa',
		detail: 'Maoni mengine yako chini ya habari.',
	}),
	noPage: () => ({ title: 'Hakuna ukurasa kama huo', detail: 'Orodha yake ni fupi kuliko hapo.' }),
	noSection: () => ({
		title: 'Hakuna sehemu kama hiyo',
		detail: 'Huenda imebadilishwa jina au imefungwa.',
	}),
	noPeriod: () => ({
		title: 'Hifadhi haina tarehe hiyo',
		detail: 'Huanza na habari yetu ya kwanza na kuishia leo.',
	}),
	noSeries: () => ({ title: 'Hakuna mfululizo kama huo', detail: LOST }),
	noList: () => ({ title: 'Hakuna orodha kama hiyo', detail: LOST }),
	noTag: () => ({ title: 'Hakuna habari yenye mada hii', detail: LOST }),
	noAuthor: () => ({ title: 'Hakuna anayeandika hapa kwa jina hilo', detail: LOST }),
	noVersion: () => ({
		title: 'Hakuna toleo kama hilo',
		detail: 'Matoleo yaliyochapishwa ya habari hii ni machache kuliko hapo.',
	}),
	noReport: () => ({
		title: 'Hakuna ripoti kama hiyo',
		detail: 'Anwani si kamili, au ripoti imefutwa baada ya muda wake.',
	}),
	noReplyMails: () => ({
		title: 'Kiungo hiki hakifanyi kazi tena',
		detail:
			'Muda wake umekwisha, au kimepoteza herufi njiani. Maoni mapya yenye kisanduku cha barua pepe kilichotiwa alama huleta kipya.',
	}),
	noFeed: () => ({
		title: 'Hakuna mlisho kwenye anwani hii',
		detail: 'Ulichokuwa unafuatilia hakipo tena kwenye tovuti.',
	}),
	previewEnded: () => ({
		title: 'Onyesho hili la awali limekwisha',
		detail: 'Kiungo kilifunguka kwa muda maalum. Tafadhali muombe aliyekutumia kingine.',
	}),
	previewClosed: () => ({
		title: 'Onyesho hili la awali limekwisha',
		detail: 'Chumba cha habari kimefunga kiungo hiki. Tafadhali muulize aliyekutumia.',
	}),
	noPreview: () => ({
		title: 'Hakuna onyesho la awali kama hilo',
		detail: `${LOST} Tafadhali muulize aliyekutumia.`,
	}),
	serverError: () => ({
		title: 'Ukurasa haukuweza kutengenezwa',
		detail: 'Hitilafu iko upande wetu na imeandikwa. Tafadhali jaribu tena baada ya muda mfupi.',
	}),
	unreadable: (wait) => ({
		title: 'Tovuti haisomeki kwa sasa',
		detail: `Hifadhi yake haijibu inavyopaswa. Tafadhali jaribu tena baada ya ${wait}.`,
	}),
	stopping: (wait) => ({
		title: 'Tovuti inaanzishwa upya',
		detail: `Hakuna kilichohifadhiwa. Tafadhali rudi nyuma na ujaribu tena baada ya ${wait}.`,
	}),
	stoppingUnsure: (wait) => ({
		title: 'Tovuti inaanzishwa upya',
		detail: `Tafadhali rudi nyuma baada ya ${wait} uone kama ulichotuma kimehifadhiwa kabla ya kukituma tena.`,
	}),
	rateLimited: () => ({
		title: 'Polepole kidogo, tafadhali',
		detail:
			'Kurasa zilizoombwa kutoka hapa ni nyingi kuliko anazohitaji msomaji mmoja au mtandao mmoja. Tafadhali jaribu tena baada ya dakika moja.',
	}),
	overloaded: () => ({
		title: 'Wasomaji wengi kwa wakati mmoja',
		detail:
			'Kurasa zinazoombwa ni nyingi kuliko zinazoweza kutengenezwa kwa sasa. Tafadhali jaribu tena baada ya dakika moja.',
	}),
	noPhoto: () => ({
		title: 'Hakuna picha kama hiyo',
		detail: 'Picha za habari hii ni chache kuliko hapo, au hii imeondolewa.',
	}),
	noQuote: () => ({
		title: 'Hakuna habari ya kunukuu',
		detail: 'Anwani ya habari ya tovuti hii huwekwa kwenye “url”.',
	}),
	noFormat: () => ({ title: 'Hakuna muundo kama huo', detail: 'Miundo ni json na xml.' }),
	noFacts: () => ({
		title: 'Bado hakuna faili kama hiyo',
		detail: 'Chumba cha habari hakijachapisha taarifa zinazohusika.',
	}),
	noSitemap: () => ({
		title: 'Hakuna sehemu kama hiyo ya ramani ya tovuti',
		detail: 'Orodha ya sehemu zote iko kwenye /sitemap.xml.',
	}),
	noStories: () => ({
		title: 'Hakuna orodha kwenye anwani hii',
		detail: 'Ilichokuwa inafuatilia hakipo tena kwenye tovuti.',
	}),
	noNumber: () => ({
		title: 'Hakuna habari kama hiyo',
		detail: 'Hakuna habari ya tovuti hii yenye namba hii.',
	}),
	noPicture: () => ({ title: 'Hakuna picha kama hiyo', detail: 'Habari imebadilika, na ina nyingine.' }),
	pictureLater: (wait) => ({
		title: 'Picha bado haijachorwa',
		detail: `Picha nyingine zinaandaliwa kwa sasa. Tafadhali jaribu tena baada ya ${wait}.`,
	}),
	tooManyFields: () => ({
		title: 'Fomu ina sehemu nyingi mno',
		detail:
			'Hakuna fomu hapa yenye sehemu nyingi hivyo, kwa hiyo hakuna kilichohifadhiwa. Tafadhali rudi nyuma na uitume tena.',
	}),
	formTooLarge: () => ({
		title: 'Fomu ni kubwa mno',
		detail: 'Hakuna kilichohifadhiwa. Tafadhali rudi nyuma na ufupishe ulichoandika.',
	}),
	withdrawn: (headline) => ['Imeondolewa: ', headline],
	withdrawnOn: (day, reason) => `Tuliiondoa habari hii ${day}. ${reason}`,
	badAddress: 'Hiyo si anwani ya ukurasa.',
	tooManyParameters: 'Anwani ina vigezo vingi mno.',
	noPictureFile: 'Hakuna picha kama hiyo.',
	noPictureNow: (wait) => `Picha hazipatikani kwa sasa. Tafadhali jaribu tena baada ya ${wait}.`,
	noFile: 'Hakuna faili kama hiyo.',
	typedKept: 'Yote uliyoandika yako hapa.',
	sendAgain: 'Tuma tena',
	goToDesk: 'Nenda kwenye chumba cha habari',
	goToFrontPage: 'Nenda kwenye ukurasa wa mbele',
	latest: 'Mpya zaidi',
})
