import type { StoredDataMessages } from '../en/stored-data'
import type { Format } from '../format'

export const storedData = ({ plural }: Format<'sw'>): StoredDataMessages => ({
	title: 'Tovuti hii huhifadhi nini',
	description: (siteName) => `${siteName} huhifadhi nini kuhusu wasomaji wake, kwa nini, na kwa muda gani.`,
	lead: 'Programu huandika ukurasa huu kutokana na mipangilio na mipaka inayotumia. Maneno ya chumba cha habari chenyewe kuhusu faragha, kama kimeyachapisha, yako kwenye ukurasa wake.',
	own: 'Chumba cha habari kuhusu faragha',
	data: 'Data inayohifadhiwa',
	what: 'Nini',
	why: 'Kwa nini',
	time: 'Muda gani',
	kinds: {
		votes: {
			what: 'Hisia, nyota, orodha ya kusoma, watu unaowapuuza na wakati ambao umesoma taarifa zako hadi hapo, pamoja na namba ya nasibu iliyo pia kwenye kidakuzi cha kivinjari chako, au pamoja na akaunti yako',
			why: 'Ili kila msomaji ahesabiwe mara moja na aweze kubadilisha kura',
		},
		comments: {
			what: 'Maoni pamoja na jina, na barua pepe ya wageni ambayo chumba cha habari pekee huiona',
			why: 'Ili maoni yasomwe, na chumba cha habari kiweze kuwaandikia waandishi wake',
		},
		unconfirmed: {
			what: 'Maoni yanayosubiri mwandishi wake athibitishe barua pepe kwa kiungo kilichotumwa',
			why: 'Ili yaonekane baada ya kuthibitishwa, au msimamizi akiyakubali',
		},
		restrictions: {
			what: 'Marufuku ya waandishi wa maoni pamoja na sababu, na maelezo ya wasimamizi kuhusu mwandishi',
			why: 'Ili kanuni za maoni zifuatwe',
		},
		keptRestrictions: {
			what: 'Marufuku ya akaunti zilizofutwa pamoja na sababu, na anwani iliyothibitishwa kama alama yenye ufunguo wa siri isiyoweza kusomwa',
			why: 'Ili kufuta akaunti kusimalize marufuku: akaunti mpya yenye anwani ile ile inabaki nayo',
		},
		drafts: { what: 'Maoni yaliyoandikwa kabla ya kuingia', why: 'Ili yawepo baada ya kuingia' },
		replyMails: {
			what: 'Anwani za barua pepe za waandishi wa maoni wanaotaka barua pepe kuhusu majibu, pamoja na maoni hayo',
			why: 'Ili barua pepe hizi zitumwe kwa anwani zilizothibitishwa tu, na zisimame unaposema',
		},
		replyNotices: {
			what: 'Kwamba jibu lilitumwa kwa anwani',
			why: 'Ili kila jibu litumwe mara moja',
		},
		reports: {
			what: 'Ripoti za maoni, malalamiko, na jina na anwani iliyomo',
			why: 'Ili mtu aweze kuamua na kujibu',
		},
		decisions: {
			what: 'Maamuzi kuhusu maoni pamoja na sababu zake, bila watu walioripoti',
			why: 'Ili waandishi wayasome, na ili yahesabiwe',
		},
		messages: {
			what: 'Ujumbe kuhusu ufikivu, pamoja na barua pepe kama ilitolewa',
			why: 'Ili chumba cha habari kiweze kujibu',
		},
		accounts: {
			what: 'Akaunti: jina na majina ya awali, barua pepe, nenosiri kama alama isiyoweza kurudishwa, funguo za siri na programu za uthibitishaji, na namba za akaunti za huduma nyingine unazoingia nazo',
			why: 'Ili uweze kuingia',
		},
		sessions: {
			what: 'Kuingia: tokeni, na kivinjari na mfumo kwa maneno',
			why: 'Ili ubaki umeingia, na uweze kukatisha kwingine',
		},
		links: {
			what: 'Mialiko, na viungo vya kuingia, kuweka nenosiri au kuthibitisha anwani, pamoja na barua pepe',
			why: 'Ili kiungo kifanye kazi mara moja',
		},
		staff: {
			what: 'Kazi ya chumba cha habari: matoleo, maelezo, maamuzi na kumbukumbu ya matendo',
			why: 'Ili chumba cha habari kiweze kusema nani alibadilisha nini',
		},
		networks: {
			what: 'Anwani yako ya mtandao, kwenye kumbukumbu tu na kama alama yenye ufunguo, kamwe si kwenye diski',
			why: 'Ili programu zisiweze kupiga kura, kutoa maoni au kubahatisha nenosiri bila kikomo',
		},
	},
	forGood: 'Hadi wewe au chumba cha habari kiifute',
	forever: 'Muda wote tovuti ipo',
	untilAccount: 'Hadi akaunti ifutwe',
	day: 'Siku moja zaidi',
	days: (count) => plural(count, { one: 'Siku #', other: 'Siku #' }),
	afterDecision: (count) => plural(count, { one: 'Siku # baada ya uamuzi', other: 'Siku # baada ya uamuzi' }),
	afterHandling: (count) => plural(count, { one: 'Siku # baada ya jibu', other: 'Siku # baada ya jibu' }),
	minutes: (count) => plural(count, { one: 'Dakika #', other: 'Dakika #' }),
	cookies: 'Vidakuzi',
	cookie: 'Kidakuzi',
	cookieKinds: {
		reader: 'Namba ya nasibu iliyosainiwa, huwekwa na kura, maoni au habari ya kwanza iliyohifadhiwa',
		session: 'Tokeni ya kuingia',
		known: 'Huwekwa na kuingia: hutofautisha na majaribio ya wageni',
		secondStep: 'Hatua ya kwanza kati ya mbili za kuingia',
		provider: 'Kuingia ambako huduma uliyochagua haijakujibu bado, kumesimbwa, pamoja na ukurasa wa kurudi',
		connect: 'Akaunti ya huduma nyingine inayosubiri kuunganishwa, imesimbwa',
		codes: 'Misimbo mipya ya kurejesha, iliyosimbwa, hadi ionyeshwe',
		recentWrite: 'Huwekwa na kura au maoni, ili ukurasa unaofuata uonyeshe',
		islands: 'Kama hati zinafanya kazi; haina namba',
		appearance: 'Mandhari na ukubwa wa maandishi',
		thread: 'Mpangilio wa maoni uliouchagua',
		signedOut: 'Huziambia hati za ukurasa unaofuata kwamba akaunti imetoka; nazo hukifuta',
		ads: 'Matangazo uliyoyafunga',
	},
	seconds: 'Sekunde chache',
	mails: 'Barua pepe',
	mailsOff: 'Tovuti hii haitumi barua pepe.',
	mailKinds: [
		'Mialiko, na viungo vya kuingia, kuweka nenosiri au kuthibitisha anwani',
		'Risiti za ripoti, maamuzi kuhusu maoni pamoja na sababu, na majibu ya malalamiko',
		'Majibu ya maoni yako, kama uliyaomba na kuthibitisha anwani',
	],
	others: 'Wengine',
	noTracking: 'Kurasa hazipakii chochote kutoka tovuti nyingine: wala kihesabu, wala fonti, wala tangazo.',
	sources:
		'Viungo vya vyanzo na vya kwenye maoni huelekeza kwenye tovuti nyingine, ambazo hujua umetoka hapa ukivifuata tu.',
	provider: (name) =>
		`Ukichagua kuingia kwa ${name}, ${name} itajua hivyo, na itaijulisha tovuti hii jina lako, barua pepe yako na namba ya akaunti yako. Tovuti hii haihifadhi njia ya kufikia akaunti hiyo.`,
	hub: (host) =>
		`Habari inapochapishwa, tovuti huijulisha ${host} anwani yake. Hakuna kinachotumwa kuhusu wasomaji.`,
	indexNow:
		'Habari inapochapishwa, tovuti hujulisha injini za utafutaji anwani yake kupitia IndexNow. Hakuna kinachotumwa kuhusu wasomaji.',
	noPings: 'Tovuti haimjulishi mwingine yeyote kuhusu habari zake.',
	mailServer: 'Barua pepe hupitia seva ya barua ya mchapishaji.',
	rights: 'Haki zako',
	rightsText:
		'Ukiwa na akaunti, unaweza kuviona, kuvipakua na kuvifuta mwenyewe; bila akaunti, unaweza kuona na kuondoa kile kivinjari chako kilichosema na kupigia kura. Kwa mengine, kiulize chumba cha habari.',
})
