import type { MailsMessages } from '../en/mails'
import type { Format } from '../format'

export const mails = ({ plural }: Format<'fr'>): MailsMessages => ({
	greeting: 'Bonjour,',
	greetingOf: (name) => `Bonjour ${name},`,
	invitationSubject: (siteName) => `Votre compte sur ${siteName}`,
	invited: (inviter, siteName, role) =>
		`${inviter} vous invite à rejoindre la rédaction de ${siteName}, avec le rôle «\u00a0${role}\u00a0».`,
	openInvitation: (days) =>
		plural(days, {
			one: 'Ouvrez ce lien pour choisir votre mot de passe. Il fonctionne une seule fois, pendant # jour\u00a0:',
			many: 'Ouvrez ce lien pour choisir votre mot de passe. Il fonctionne une seule fois, pendant # de jours\u00a0:',
			other:
				'Ouvrez ce lien pour choisir votre mot de passe. Il fonctionne une seule fois, pendant # jours\u00a0:',
		}),
	invitationUnexpected: 'Si vous n’attendiez pas ce message, ignorez-le. Rien ne se passe sans le lien.',
	passwordSubject: (siteName) => `Un nouveau mot de passe pour ${siteName}`,
	openPasswordLink: (minutes) =>
		plural(minutes, {
			one: 'Ouvrez ce lien pour choisir un nouveau mot de passe. Il fonctionne une seule fois, pendant # minute\u00a0:',
			many: 'Ouvrez ce lien pour choisir un nouveau mot de passe. Il fonctionne une seule fois, pendant # de minutes\u00a0:',
			other:
				'Ouvrez ce lien pour choisir un nouveau mot de passe. Il fonctionne une seule fois, pendant # minutes\u00a0:',
		}),
	passwordUnexpected:
		'Si vous ne l’avez pas demandé, ignorez ce message\u00a0: votre mot de passe reste le même.',
})
