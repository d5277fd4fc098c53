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
	confirmationSubject: (siteName) => `Confirmez votre adresse e-mail pour ${siteName}`,
	accountMade: (siteName) => `Un compte a été créé sur ${siteName} avec cette adresse.`,
	openConfirmation: (days) =>
		plural(days, {
			one: 'Ouvrez ce lien pour confirmer que l’adresse est à vous. Il fonctionne une seule fois, pendant # jour\u00a0:',
			many: 'Ouvrez ce lien pour confirmer que l’adresse est à vous. Il fonctionne une seule fois, pendant # de jours\u00a0:',
			other:
				'Ouvrez ce lien pour confirmer que l’adresse est à vous. Il fonctionne une seule fois, pendant # jours\u00a0:',
		}),
	confirmationUnexpected:
		'Si vous ne l’avez pas créé, ignorez ce message\u00a0: l’adresse reste non confirmée.',
	knownAddressSubject: (siteName) => `Vous avez un compte sur ${siteName}`,
	knownAddress: (siteName) =>
		`Quelqu’un, vous peut-être, vient d’essayer de créer un compte sur ${siteName} avec cette adresse. Elle en a déjà un, où rien n’a été changé.`,
	knownAddressSignIn: 'Connectez-vous ici\u00a0:',
	knownAddressPassword: 'Si vous avez oublié le mot de passe, choisissez-en un nouveau ici\u00a0:',
	knownAddressUnexpected: 'Si ce n’était pas vous, vous n’avez rien à faire.',
	signInSubject: (siteName) => `Connexion à ${siteName}`,
	openSignInLink: (minutes) =>
		plural(minutes, {
			one: 'Ouvrez ce lien pour vous connecter. Il fonctionne une seule fois, pendant # minute\u00a0:',
			many: 'Ouvrez ce lien pour vous connecter. Il fonctionne une seule fois, pendant # de minutes\u00a0:',
			other: 'Ouvrez ce lien pour vous connecter. Il fonctionne une seule fois, pendant # minutes\u00a0:',
		}),
	signInSameBrowser:
		'Ouvrez-le dans le navigateur où vous l’avez demandé\u00a0: un commentaire commencé là se retrouve dans le formulaire.',
	signInUnexpected:
		'Si vous ne l’avez pas demandé, ignorez ce message. Le lien ne connecte que la personne qui l’ouvre, ne le transmettez donc pas.',
	commentSubject: (siteName) => `Votre commentaire sur ${siteName}`,
	commentWritten: (headline, siteName) =>
		`Un commentaire sur «\u00a0${headline}\u00a0», à ${siteName}, a été écrit avec cette adresse.`,
	commentUnexpected: 'Si vous ne l’avez pas écrit, ignorez ce message.',
})
