import type { RefusalsMessages } from '../en/refusals'
import type { Format } from '../format'

export const refusals = ({ number, plural }: Format<'fr'>): RefusalsMessages => ({
	titles: {
		invalid: 'Veuillez vérifier ce point',
		'not-found': 'Introuvable',
		gone: 'N’est plus ici',
		unauthenticated: 'Veuillez vous connecter',
		forbidden: 'Action non autorisée',
		unconfirmed: 'Veuillez confirmer votre identité',
		conflict: 'Quelqu’un vous a devancé',
		'rate-limited': 'Un peu moins vite, s’il vous plaît',
		busy: 'Pas encore enregistré',
		full: 'Pas encore enregistré',
		unavailable: 'Pas encore enregistré',
		unknown: 'Peut-être enregistré',
		fault: 'Cela n’a pas fonctionné',
	},
	seconds: (count) => plural(count, { one: '# seconde', many: '# de secondes', other: '# secondes' }),
	minutes: (count) => plural(count, { one: '# minute', many: '# de minutes', other: '# minutes' }),
	hours: (count) => plural(count, { one: '# heure', many: '# d’heures', other: '# heures' }),
	tryAgainIn: (message, wait) => `${message} Veuillez réessayer dans ${wait}.`,
	sendAgainIn: (message, wait) => `${message} Veuillez l’envoyer à nouveau dans ${wait}.`,
	networkRespected:
		'De nombreux lecteurs de ce réseau ont déjà donné leur respect à des commentaires ici aujourd’hui\u202f; celui-ci n’a donc pas été compté.',
	tooOften: 'C’était un peu trop souvent.',
	tooManyPasswords: 'Trop de mots de passe ont été essayés d’ici.',
	accountGuessed:
		'Trop de mauvais mots de passe ont été essayés pour ce compte. Un navigateur qui s’y est déjà connecté n’est pas bloqué.',
	otherSite:
		'Ceci a été envoyé depuis un autre site\u202f; rien n’a donc été enregistré. Veuillez utiliser cette page.',
	notWhole: 'Le formulaire est arrivé incomplet. Veuillez l’envoyer à nouveau.',
	formTooLarge: (kilobytes) => `Un formulaire contient ici ${number(kilobytes)}\u00a0ko au plus.`,
	busy: 'Ceci n’a pas pu être enregistré, car un autre programme utilise la base de données du site.',
	full: 'Ceci n’a pas pu être enregistré, car le stockage du site est plein.',
	unavailable: 'Ceci n’a pas pu être enregistré, car le stockage du site ne fonctionne pas en ce moment.',
	unknown:
		'Le site a perdu sa base de données pendant l’enregistrement : ceci est peut-être enregistré, peut-être non. Veuillez vérifier avant de l’envoyer à nouveau.',
	fault:
		'Cela n’a pas fonctionné, et l’erreur est de notre côté\u202f; elle a été consignée. Veuillez réessayer dans un instant.',
	storyGone: 'Cet article n’est pas sur le site.',
	listFull: (max) =>
		plural(max, {
			one: 'Votre liste de lecture contient # article, et elle est pleine. Retirez-le, puis gardez celui-ci.',
			many: 'Votre liste de lecture contient # d’articles, et elle est pleine. Retirez-en un, puis gardez celui-ci.',
			other:
				'Votre liste de lecture contient # articles, et elle est pleine. Retirez-en un, puis gardez celui-ci.',
		}),
	noAd: 'Cette publicité n’existe pas.',
	moodsOff: 'Les humeurs sont désactivées pour cet article.',
	ratingsOff: 'Les étoiles sont désactivées pour cet article.',
	unknownMood: 'Choisissez d’abord une des humeurs.',
	noStars: 'Choisissez d’abord de 1 à 5 étoiles.',
	noCookie: 'Ce navigateur a refusé le cookie qui garantit un vote par lecteur.',
	signInAgain: 'Veuillez vous reconnecter pour continuer en votre nom.',
	signInFirst: 'Veuillez d’abord vous connecter.',
	signInToComment: 'Connectez-vous pour publier votre commentaire\u202f; votre texte est conservé.',
	writeFirst: 'Veuillez d’abord écrire quelque chose.',
	commentTooLong: (length, max) =>
		`Votre commentaire a ${number(length)} caractères\u202f; raccourcissez-le à ${number(max)}.`,
	parentGone:
		'Le commentaire auquel vous répondez n’est plus là. Vous pouvez publier ceci comme un commentaire à part.',
	commentsHeld: (count, wait) =>
		plural(count, {
			one: `# de vos commentaires sur cet article attend d’être validé. Envoyez celui-ci dans ${wait}, quand la rédaction l’aura peut-être lu.`,
			many: `# de vos commentaires sur cet article attendent d’être validés. Envoyez celui-ci dans ${wait}, quand la rédaction en aura peut-être lu.`,
			other: `# de vos commentaires sur cet article attendent d’être validés. Envoyez celui-ci dans ${wait}, quand la rédaction en aura peut-être lu.`,
		}),
	notOwnComment: 'Ce commentaire n’est pas de vous, ou il n’est plus là.',
	editOver: 'Le temps de modifier ce commentaire est passé ; votre nouveau texte est ci-dessous.',
	commentGone: 'Le commentaire n’est plus là.',
	ownRespect: 'Le respect s’adresse aux commentaires des autres.',
	commentsClosed: 'Les commentaires de cet article sont clos. Ce qui a été dit reste.',
	commentsClosedBecause: (reason) =>
		`Les commentaires de cet article sont clos\u00a0: ${reason} Ce qui a été dit reste.`,
	commentsClosedAfter: (days) =>
		plural(days, {
			one: 'Les commentaires de cet article ont été clos # jour après sa parution. Ce qui a été dit reste.',
			many: 'Les commentaires de cet article ont été clos # de jours après sa parution. Ce qui a été dit reste.',
			other:
				'Les commentaires de cet article ont été clos # jours après sa parution. Ce qui a été dit reste.',
		}),
	sayWhatFailed: 'Décrivez d’abord ce qui n’a pas fonctionné.',
	messageTooLong: (length, max) =>
		`Votre message a ${number(length)} caractères\u202f; raccourcissez-le à ${number(max)}.`,
	addressTooLong: (max) => `L’adresse doit avoir moins de ${number(max)} caractères.`,
	tooManyMessages:
		'De très nombreux messages sont en attente, celui-ci n’a donc pas pu être conservé. Écrivez à la rédaction par e-mail.',
	giveName: 'Veuillez indiquer un nom.',
	nameTooLong: (max) => `Le nom doit avoir moins de ${number(max)} caractères.`,
	staffName:
		'C’est le nom d’une personne de la rédaction, ou du site. Si c’est le vôtre, connectez-vous\u202f; sinon, choisissez-en un autre.',
	markedName:
		'Ce nom se termine comme une mention de la rédaction, telle que «\u00a0rédaction\u00a0» ou «\u00a0auteur\u00a0». Choisissez-en un autre.',
	notAnAddress: 'Cela ne ressemble pas à une adresse e-mail, telle que ada@example.org.',
	addressTaken: 'Cette adresse e-mail a déjà un compte. Veuillez vous connecter.',
	emailConfirmed: 'Votre adresse e-mail est déjà confirmée.',
	passwordTooShort: (min) => `Choisissez un mot de passe d’au moins ${number(min)} caractères.`,
	passwordTooLong: (max) => `Le mot de passe doit avoir moins de ${number(max)} caractères.`,
	passwordRepeats: 'Ce mot de passe répète trop peu de caractères\u202f; choisissez-en un autre.',
	wrongPassword: 'L’adresse e-mail ou le mot de passe est incorrect.',
	wrongPresentPassword: 'Le mot de passe actuel est incorrect.',
	wrongOwnPassword: 'Le mot de passe est incorrect.',
	wrongCode: 'Ce code est incorrect ou a déjà servi.',
	wrongFirstCode: 'Ce n’est pas le code que l’application affiche en ce moment.',
	confirmFirst: 'Veuillez confirmer votre identité, car cette action demande une connexion récente.',
	factorFirst:
		'Ajoutez d’abord un second facteur à votre compte\u202f; la rédaction de ce site doit en avoir un.',
	signInTooLong: 'La connexion a pris trop de temps. Veuillez recommencer.',
	secondStepOver:
		'Cette connexion a pris trop de temps ou a eu trop de codes incorrects. Veuillez recommencer.',
	tookTooLong: 'Cela a pris trop de temps. Veuillez recommencer.',
	sessionEnded: 'Cette session est déjà fermée.',
	linkUsed: 'Ce lien a déjà servi ou est trop ancien. Veuillez en demander un nouveau.',
	invitationUsed: 'Ce lien a déjà servi, a été révoqué ou est trop ancien. Veuillez en demander un nouveau.',
	appInUse: 'Une application d’authentification est déjà utilisée. Supprimez-la d’abord.',
	needsHost: 'Les clés d’accès demandent un site avec un nom d’hôte.',
	passkeysMax: (max) =>
		plural(max, {
			one: 'Un compte a # clé d’accès au plus.',
			many: 'Un compte a # de clés d’accès au plus.',
			other: 'Un compte a # clés d’accès au plus.',
		}),
	passkeyKnown: 'Cette clé d’accès est déjà enregistrée.',
	passkeyUnverified: 'Cette clé d’accès n’a pas pu être vérifiée. Connectez-vous avec votre mot de passe.',
	passkeyUnknown: 'Cette clé d’accès n’est pas une de celles de ce compte.',
	otherPasskey: 'Ce n’est pas une clé d’accès de votre compte.',
	namePasskey: 'Veuillez donner un nom à la clé d’accès.',
	lastPasskey:
		'Cette clé d’accès est votre seul moyen de vous connecter. Choisissez d’abord un mot de passe.',
	providerElsewhere: (provider) => `Ce compte ${provider} est associé à un autre compte ici.`,
	providerTwice: (provider) =>
		`Un autre compte ${provider} est déjà associé à votre compte. Dissociez-le d’abord.`,
	providerUnknown: 'Ce compte n’est pas associé.',
	lastProvider: (provider) =>
		`${provider} est votre seul moyen de vous connecter et reste donc associé. Choisissez d’abord un mot de passe ou ajoutez une clé d’accès.`,
})
