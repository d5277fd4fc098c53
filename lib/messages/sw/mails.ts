import type { MailsMessages } from '../en/mails'
import type { Format } from '../format'

export const mails = ({ plural }: Format<'sw'>): MailsMessages => ({
	greeting: 'Habari,',
	greetingOf: (name) => `Habari ${name},`,
	invitationSubject: (siteName) => `Akaunti yako ya ${siteName}`,
	invited: (inviter, siteName, role) =>
		`${inviter} anakualika kwenye chumba cha habari cha ${siteName}, kwa wajibu wa ${role}.`,
	openInvitation: (days) =>
		plural(days, {
			one: 'Fungua kiungo hiki ili uchague nenosiri lako. Hufanya kazi mara moja, ndani ya siku #:',
			other: 'Fungua kiungo hiki ili uchague nenosiri lako. Hufanya kazi mara moja, ndani ya siku #:',
		}),
	invitationUnexpected: 'Kama hukuitarajia barua hii, ipuuze. Hakuna kinachotokea bila kiungo.',
	passwordSubject: (siteName) => `Nenosiri jipya la ${siteName}`,
	openPasswordLink: (minutes) =>
		plural(minutes, {
			one: 'Fungua kiungo hiki ili uchague nenosiri jipya. Hufanya kazi mara moja, ndani ya dakika #:',
			other: 'Fungua kiungo hiki ili uchague nenosiri jipya. Hufanya kazi mara moja, ndani ya dakika #:',
		}),
	passwordUnexpected: 'Kama hukuliomba, ipuuze barua hii: nenosiri lako linabaki kama lilivyo.',
	confirmationSubject: (siteName) => `Thibitisha anwani yako ya barua pepe ya ${siteName}`,
	accountMade: (siteName) => `Akaunti ya ${siteName} ilifunguliwa kwa anwani hii.`,
	openConfirmation: (days) =>
		plural(days, {
			one: 'Fungua kiungo hiki ili uthibitishe kwamba anwani ni yako. Hufanya kazi mara moja, ndani ya siku #:',
			other:
				'Fungua kiungo hiki ili uthibitishe kwamba anwani ni yako. Hufanya kazi mara moja, ndani ya siku #:',
		}),
	confirmationUnexpected: 'Kama hukuifungua, ipuuze barua hii: anwani inabaki bila kuthibitishwa.',
	knownAddressSubject: (siteName) => `Una akaunti ya ${siteName}`,
	knownAddress: (siteName) =>
		`Mtu fulani, labda wewe, amejaribu sasa hivi kufungua akaunti ya ${siteName} kwa anwani hii. Tayari ina akaunti, na hakuna kilichobadilishwa kwenye akaunti hiyo.`,
	knownAddressSignIn: 'Ingia hapa:',
	knownAddressPassword: 'Kama umesahau nenosiri, chagua jipya hapa:',
	knownAddressUnexpected: 'Kama si wewe, huhitaji kufanya chochote.',
	signInSubject: (siteName) => `Ingia kwenye ${siteName}`,
	openSignInLink: (minutes) =>
		plural(minutes, {
			one: 'Fungua kiungo hiki ili uingie. Hufanya kazi mara moja, ndani ya dakika #:',
			other: 'Fungua kiungo hiki ili uingie. Hufanya kazi mara moja, ndani ya dakika #:',
		}),
	signInSameBrowser:
		'Kifungue kwenye kivinjari ulichotumia kukiomba: maoni uliyoanza kuandika hapo yatakuwa kwenye fomu tena.',
	signInUnexpected:
		'Kama hukukiomba, ipuuze barua hii. Kiungo humwingiza yule tu anayekifungua, kwa hiyo usimpe mtu mwingine.',
	commentSubject: (siteName) => `Maoni yako kwenye ${siteName}`,
	commentWritten: (headline, siteName) =>
		`Maoni kuhusu “${headline}” kwenye ${siteName} yaliandikwa kwa anwani hii.`,
	commentUnexpected: 'Kama hukuyaandika, ipuuze barua hii.',
})
