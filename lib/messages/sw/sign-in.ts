import type { SignInMessages } from '../en/sign-in'
import type { Format } from '../format'

export const signIn = ({ number }: Format<'sw'>): SignInMessages => ({
	title: 'Ingia',
	openDesk: 'Ingia ili kufungua chumba cha habari',
	accountMade:
		'Sasa ingia kwa nenosiri ulilochagua. Kama anwani hii ya barua pepe ilikuwa na akaunti hapa awali, hakuna kilichobadilishwa kwenye akaunti hiyo: ingia kwa nenosiri ulilokuwa nalo.',
	accountMadeMailed:
		'Sasa ingia kwa nenosiri ulilochagua. Barua pepe yenye kiungo cha kuthibitisha anwani uliyotoa iko njiani. Kama anwani hiyo ilikuwa na akaunti hapa awali, hakuna kilichobadilishwa kwenye akaunti hiyo, na barua pepe inaeleza hivyo.',
	emailConfirmed: 'Anwani yako ya barua pepe imethibitishwa. Tafadhali ingia.',
	confirmEmail: 'Thibitisha anwani yangu',
	confirmEmailHint:
		'Akaunti ilifunguliwa hapa kwa anwani yako ya barua pepe. Hii inathibitisha kwamba ni yako. Kama hukufungua yoyote, funga ukurasa huu: hakuna kinachotokea bila kitufe.',
	confirmEndsSignIns:
		'Akaunti inatumika katika kivinjari kingine, labda na mtu mwingine. Kuthibitisha hapa kunaitoa kila mahali, na kunaondoa funguo zake za siri, programu yake ya uthibitishaji na akaunti nyingine zinazoiingiza. Kama ni wewe unayeitumia, ingia hapa kwanza kisha fungua kiungo tena: hapo kila kitu kinabaki.',
	confirmationUsedUp:
		'Hufanya kazi mara moja, kwa wiki moja. Kama umekwisha kukitumia, anwani yako imethibitishwa; vinginevyo ukurasa wa akaunti yako hutuma kingine.',
	linkMailed:
		'Kama kuna akaunti yenye anwani hii, barua pepe yenye kiungo iko njiani. Kiungo hukuingiza mara moja, ndani ya dakika 15.',
	accountDeleted: 'Akaunti yako imefutwa. Unaweza kuendelea kusoma bila akaunti.',
	passwordSet:
		'Nenosiri lako jipya limewekwa, na vivinjari vyote vimetoka. Tafadhali ingia kwa nenosiri hilo.',
	email: 'Barua pepe',
	password: 'Nenosiri',
	submit: 'Ingia',
	mailSignInLink: 'Nitumie kiungo badala yake',
	byPasskey: 'Ingia kwa ufunguo wa siri',
	forgotten: 'Umesahau nenosiri lako?',
	newHere: (link) => ['Ni mara yako ya kwanza hapa? ', link],
	makeAccount: 'Fungua akaunti',
	once: 'Kiungo hiki hukuingiza mara moja, bila nenosiri.',
	signsInAs: (name) => ['Unaingia kama ', name, '.'],
	linkEndsPassword:
		'Hii inathibitisha pia anwani yako ya barua pepe. Kwa kuwa hakuna aliyeithibitisha awali, nenosiri lililowekwa hadi sasa linakoma; unaweza kuchagua jingine kupitia “Umesahau nenosiri lako?”.',
	secondStep: 'Hatua moja zaidi',
	code: 'Msimbo',
	recoveryCode: 'Msimbo wa dharura',
	codeHint:
		'Tarakimu sita ambazo programu yako ya uthibitishaji inaonyesha, au mmoja wa misimbo yako ya dharura.',
	recoveryCodeHint: 'Mmoja wa misimbo uliyohifadhi ulipotengeneza ufunguo wako wa siri.',
	lostIt: (link) => [
		'Umeupoteza? Mmiliki wa tovuti hii anaweza kukuruhusu uingie kwa nenosiri lako pekee. ',
		link,
	],
	startAgain: 'Anza tena',
	haveOne: (link) => ['Tayari unayo? ', link],
	makeMyAccount: 'Fungua akaunti yangu',
	name: 'Jina',
	nameHint: 'Huonekana juu ya maoni yako.',
	staffNameHint: 'Huonekana juu ya habari na maoni yako.',
	neverPublished: 'Haichapishwi kamwe.',
	neverPublishedMailed: 'Haichapishwi kamwe. Tunakutumia kiungo cha kuithibitisha.',
	passwordHint: (min) => `Angalau herufi ${number(min)}. Maneno machache mfululizo ni rahisi kukumbuka.`,
	welcome: 'Karibu',
	welcomeTo: (siteName) => ['Karibu kwenye ', siteName],
	ownersAccount:
		'Hii inafungua akaunti ya mmiliki, ambayo inaweza kubadilisha kila kitu. Wengine hualikwa kutoka chumba cha habari.',
	invited: (role) => `Umealikwa kwenye chumba cha habari, kwa wajibu wa ${role}. Chagua nenosiri lako hapa.`,
	usedUp: 'Kiungo hiki kimekwisha kutumika',
	invitationUsedUp:
		'Hufanya kazi mara moja, kwa siku chache; au kilibatilishwa. Tafadhali muombe aliyekutumia kiungo kingine. Tovuti mpya isiyo na mmiliki huonyesha kimoja kila seva yake inapoanza.',
	haveAccount: (link) => ['Una akaunti? ', link],
	newPasswordTitle: 'Nenosiri jipya',
	remembered: (link) => ['Umelikumbuka? ', link],
	mailSent:
		'Kama kuna akaunti yenye anwani hii, barua pepe yenye kiungo iko njiani. Kiungo hufanya kazi mara moja, kwa saa moja.',
	mailHint: 'Tunakutumia kiungo ambacho utachagulia jipya.',
	mailMe: 'Nitumie kiungo',
	noMail:
		'Tovuti hii bado haitumi barua pepe. Tafadhali muombe msimamizi au mmiliki wa tovuti: wanaweza kukutengenezea kiungo, ambacho utachagulia nenosiri jipya.',
	passwordLinkUsedUp: 'Hufanya kazi mara moja, kwa saa moja.',
	askForNew: 'Omba kingine',
	choosePassword: 'Chagua nenosiri jipya',
	newPassword: 'Nenosiri jipya',
	setPassword: 'Weka nenosiri',
	signsOut: 'Kila kivinjari kilichoingia kwenye akaunti yako kitatolewa.',
})
