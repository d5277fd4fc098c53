import type { ProvidersMessages } from '../en/providers'

export const providers = (): ProvidersMessages => ({
	continueWith: (provider) => `Continuer avec ${provider}`,
	firstTime:
		'La première fois, un compte de lecture est créé ici. Vous choisissez le nom affiché au-dessus de vos commentaires\u00a0; votre adresse e-mail n’est jamais publiée.',
	signInToConnect: (provider) =>
		`L’adresse e-mail de votre compte ${provider} a déjà un compte ici. Connectez-vous comme avant\u00a0; vous pourrez ensuite y associer ${provider}.`,
	problems: {
		denied: (provider) =>
			`${provider} n’a pas eu l’autorisation de vous connecter ici. Rien n’a été changé. Vous pouvez réessayer ou vous connecter autrement.`,
		expired: (provider) =>
			`La connexion avec ${provider} a pris trop de temps, a déjà servi ou n’a pas commencé dans ce navigateur. Veuillez recommencer.`,
		unavailable: (provider) =>
			`${provider} n’a pas répondu comme prévu. Réessayez dans quelques minutes ou connectez-vous autrement.`,
		'no-address': (provider) =>
			`Votre compte ${provider} n’a pas d’adresse e-mail vérifiée par ${provider}, donc aucun compte n’a pu être créé ici. Vérifiez-en une là-bas ou créez ici un compte avec un mot de passe.`,
		closed: (provider) =>
			`Le compte auquel ${provider} vous connecte est fermé. Écrivez à la rédaction si vous pensez que c’est une erreur.`,
		elsewhere: (provider) =>
			`Ce compte ${provider} est associé à un autre compte ici. Pour utiliser celui-là, déconnectez-vous d’abord.`,
	},
	title: 'Autres comptes qui vous connectent',
	explained: 'Ce site y apprend votre nom et votre adresse e-mail, et ne conserve que le numéro du compte.',
	since: (day) => ['associé depuis le ', day],
	notConnected: 'non associé',
	connectShort: 'Associer',
	connect: (provider) => `Associer ${provider}`,
	disconnect: 'Dissocier',
	disconnectOf: (provider) => `Dissocier ${provider}`,
	connectTitle: 'Associer un compte',
	connectHint: (provider, there, here) =>
		`Votre compte ${provider} ${there} pourra ensuite ouvrir votre compte ${here} ici. Vous pouvez le dissocier à tout moment.`,
	notNow: 'Pas maintenant',
	signInAgain:
		'Votre compte n’a pas de mot de passe\u00a0: connectez-vous de nouveau pour confirmer votre identité, puis répétez ce que vous vouliez faire.',
	noPassword:
		'Votre compte n’a pas encore de mot de passe. Avec un mot de passe, vous vous connectez sans autre service.',
	newPasswordDisconnects:
		'Les autres comptes qui vous connectent ici, comme GitHub, sont dissociés si le compte avait déjà un mot de passe.',
	setPassword: 'Choisir un mot de passe',
})
