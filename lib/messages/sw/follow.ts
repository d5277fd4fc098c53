import type { FollowMessages } from '../en/follow'

export const follow = (): FollowMessages => ({
	title: 'Tufuatilie',
	description: (siteName) =>
		`Jinsi ya kusoma ${siteName} bila jukwaa la kati: milisho ya sehemu, waandishi na mada.`,
	lead: (siteName) => [
		'Huhitaji akaunti ili kusoma ',
		siteName,
		', wala mtandao wa kati unaoamua habari unazoziona.',
	],
	allStories: 'Habari zote, katika kisomaji cha milisho',
	explained:
		'Mlisho ni orodha ya habari zetu mpya zaidi, pamoja na maandishi yake yote, kwa ajili ya programu yako: kisomaji cha milisho. Kinaonyesha habari mpya za kila tovuti unayoifuatilia kwa mpangilio wa kuchapishwa kwake. Hatujui nani anatufuatilia, na unaacha kwa kufuta mstari mmoja.',
	chooseReader:
		'Chagua kisomaji cha milisho. Vya bure ni NetNewsWire kwa vifaa vya Apple, Feeder kwa Android, na Thunderbird kwa kompyuta yoyote.',
	copyAddress: 'Nakili anwani hii, kisha uibandike pale kisomaji kinapoomba mlisho au tovuti:',
	formats: (formats) => [
		'Yale yale katika miundo mitatu, ambapo kisomaji chako kinahitaji mmoja: ',
		formats,
		'. Kivinjari kinaweza kuonyesha mlisho kama msimbo, au kupendekeza kuuhifadhi; muhimu ni anwani yake tu.',
	],
	oneSection: 'Sehemu moja',
	oneAuthor: 'Mwandishi mmoja',
	oneSubject: 'Mada moja',
	oneSeries: 'Mfululizo mmoja',
	everythingElse: 'Mengine yote',
	others: (ending) => [
		'Kila mwandishi, kila mada na kila mfululizo una mlisho, hata wasioorodheshwa hapa, na vivyo hivyo maoni ya kila habari: ongeza ',
		ending,
		' kwenye anwani ya ukurasa wake.',
	],
	feed: 'Mlisho',
	feedOf: (name) => `Mlisho: ${name}`,
	storiesFrom: (siteName) => `Habari kutoka ${siteName}`,
	storiesOf: (siteName, name) => `Habari kutoka ${siteName}: ${name}`,
	threadDescription: (headline) => `Wasomaji wanavyosema kuhusu “${headline}”.`,
	staffName: (name) => `${name} (chumba cha habari)`,
	commentBy: (name) => `Maoni ya ${name}`,
	replyBy: (name) => `Jibu la ${name}`,
	replyByTo: (name, answered) => `Jibu la ${name} kwa ${answered}`,
	correctionOn: (kind, day) => `${kind}, ${day}:`,
	correctionOf: (kind, headline) => `${kind}: ${headline}`,
	correctionsDescription: 'Tulichosahihisha, kufafanua au kuongeza baada ya kuchapisha.',
	correctionsLead:
		'Tulichosahihisha, kufafanua au kuongeza baada ya kuchapisha, kipya zaidi kwanza. Ingizo halibadilishwi wala kuondolewa kamwe.',
	noCorrections: 'Bado hakuna kilichosahihishwa.',
	storyGone: 'Habari haipo tena kwenye tovuti.',
	withdrawn: '(imeondolewa)',
	correctionsPages: 'Kurasa za masahihisho',
})
