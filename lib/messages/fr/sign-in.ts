import type { SignInMessages } from '../en/sign-in'
import type { Format } from '../format'

export const signIn = ({ number }: Format<'fr'>): SignInMessages => ({
	title: 'Connexion',
	openDesk: 'Connectez-vous pour ouvrir la salle de rédaction',
	accountMade:
		'Connectez-vous maintenant avec le mot de passe que vous avez choisi. Si cette adresse avait déjà un compte ici, rien n’y a été changé\u00a0: connectez-vous avec votre ancien mot de passe.',
	accountMadeMailed:
		'Connectez-vous maintenant avec le mot de passe que vous avez choisi. Un e-mail est en route vers l’adresse indiquée, avec un lien qui la confirme. Si cette adresse avait déjà un compte ici, rien n’y a été changé, et l’e-mail le dit.',
	emailConfirmed: 'Votre adresse e-mail est confirmée. Connectez-vous.',
	confirmEmail: 'Confirmer mon adresse',
	confirmEmailHint:
		'Un compte a été créé ici avec votre adresse e-mail. Ceci confirme qu’elle est à vous. Si vous n’en avez pas créé, fermez cette page\u00a0: rien ne se passe sans le bouton.',
	confirmEndsSignIns:
		'Le compte est utilisé dans un autre navigateur que celui-ci, peut-être par quelqu’un d’autre. Confirmer ici le déconnecte partout et retire ses clés d’accès, son application d’authentification et les autres comptes qui y donnent accès. Si c’est vous qui l’utilisez, connectez-vous d’abord ici et ouvrez de nouveau le lien\u00a0: tout restera en place.',
	confirmationUsedUp:
		'Il fonctionne une seule fois, pendant une semaine. Si vous l’avez déjà utilisé, votre adresse est confirmée\u202f; sinon, la page de votre compte en envoie un nouveau.',
	linkMailed:
		'Si un compte a cette adresse, un e-mail avec un lien est en route. Le lien vous connecte une seule fois, pendant 15 minutes.',
	accountDeleted: 'Votre compte est supprimé. Vous pouvez continuer à lire sans compte.',
	passwordSet:
		'Votre nouveau mot de passe est enregistré et toutes vos sessions sont fermées. Connectez-vous avec lui.',
	email: 'E-mail',
	password: 'Mot de passe',
	submit: 'Se connecter',
	mailSignInLink: 'M’envoyer plutôt un lien',
	byPasskey: 'Se connecter avec une clé d’accès',
	forgotten: 'Mot de passe oublié\u202f?',
	newHere: (link) => ['Pas encore de compte\u202f? ', link],
	makeAccount: 'Créer un compte',
	once: 'Ce lien vous connecte une seule fois, sans mot de passe.',
	signsInAs: (name) => ['Vous vous connectez en tant que ', name, '.'],
	linkEndsPassword:
		'Ceci confirme aussi votre adresse e-mail. Comme personne ne l’avait confirmée, le mot de passe choisi jusqu’ici prend fin\u202f; vous pouvez en choisir un autre par «\u00a0Mot de passe oublié\u202f?\u00a0».',
	secondStep: 'Encore une étape',
	code: 'Code',
	recoveryCode: 'Code de secours',
	codeHint:
		'Les six chiffres affichés par votre application d’authentification, ou un de vos codes de secours.',
	recoveryCodeHint: 'Un des codes que vous avez conservés en créant votre clé d’accès.',
	lostIt: (link) => [
		'Vous ne l’avez plus\u202f? Le propriétaire du site peut vous permettre de vous connecter avec votre seul mot de passe. ',
		link,
	],
	startAgain: 'Recommencer',
	haveOne: (link) => ['Vous en avez déjà un\u202f? ', link],
	makeMyAccount: 'Créer mon compte',
	name: 'Nom',
	nameHint: 'Affiché au-dessus de vos commentaires.',
	staffNameHint: 'Affiché au-dessus de vos articles et commentaires.',
	neverPublished: 'Jamais publié.',
	neverPublishedMailed: 'Jamais publiée. Nous vous envoyons un lien qui la confirme.',
	passwordHint: (min) =>
		`Au moins ${number(min)} caractères. Quelques mots à la suite sont faciles à retenir.`,
	welcome: 'Bienvenue',
	welcomeTo: (siteName) => ['Bienvenue sur ', siteName],
	ownersAccount:
		'Vous créez ici le compte du propriétaire, qui peut tout modifier. Les autres personnes sont invitées depuis la salle de rédaction.',
	invited: (role) =>
		`Vous êtes invité à rejoindre la rédaction, avec le rôle «\u00a0${role}\u00a0». Choisissez ici votre mot de passe.`,
	usedUp: 'Ce lien n’est plus valable',
	invitationUsedUp:
		'Il fonctionne une seule fois, pendant quelques jours, ou il a été révoqué. Demandez-en un nouveau à la personne qui vous l’a envoyé. Un nouveau site sans propriétaire en affiche un à chaque démarrage de son serveur.',
	haveAccount: (link) => ['Vous avez un compte\u202f? ', link],
	newPasswordTitle: 'Nouveau mot de passe',
	remembered: (link) => ['Il vous est revenu\u202f? ', link],
	mailSent:
		'Si un compte a cette adresse, un e-mail avec un lien est en route. Le lien fonctionne une seule fois, pendant une heure.',
	mailHint: 'Nous vous envoyons un lien pour en choisir un nouveau.',
	mailMe: 'M’envoyer un lien',
	noMail:
		'Ce site n’envoie pas encore d’e-mails. Adressez-vous à un administrateur ou au propriétaire du site\u00a0: il peut créer pour vous un lien avec lequel choisir un nouveau mot de passe.',
	passwordLinkUsedUp: 'Il fonctionne une seule fois, pendant une heure.',
	askForNew: 'En demander un nouveau',
	choosePassword: 'Choisissez un nouveau mot de passe',
	newPassword: 'Nouveau mot de passe',
	setPassword: 'Enregistrer le mot de passe',
	signsOut: 'Toutes les sessions de votre compte seront alors fermées.',
})
