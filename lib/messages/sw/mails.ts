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
})
