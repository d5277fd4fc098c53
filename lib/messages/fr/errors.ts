import type { ErrorsMessages } from '../en/errors'

const LOST = 'Une lettre de l’adresse s’est peut-être perdue.'

export const errors = (): ErrorsMessages => ({
	notFound: () => ({
		title: 'Il n’y a rien à cette adresse',
		detail: 'L’article a peut-être été déplacé, ou une lettre de l’adresse s’est perdue en chemin.',
	}),
	noStory: () => ({
		title: 'Il n’y a pas d’article à cette adresse',
		detail: 'Il a peut-être été déplacé, ou une lettre de l’adresse s’est perdue en chemin.',
	}),
	noComment: () => ({
		title: 'Il n’y a pas de commentaire à cette adresse',
		detail: 'Il a peut-être été retiré, ou attend encore d’être validé.',
	}),
	commentRemoved: () => ({
		title: 'Ce commentaire a été retiré',
		detail: 'Les autres commentaires sont sous l’article.',
	}),
	noPage: () => ({ title: 'Cette page n’existe pas', detail: 'La liste est plus courte que cela.' }),
	noSection: () => ({
		title: 'Cette rubrique n’existe pas',
		detail: 'Elle a peut-être été renommée ou fermée.',
	}),
	noPeriod: () => ({
		title: 'Les archives n’ont pas cette date',
		detail: 'Elles commencent avec notre premier article et s’arrêtent aujourd’hui.',
	}),
	noSeries: () => ({ title: 'Cette série n’existe pas', detail: LOST }),
	noList: () => ({ title: 'Cette liste n’existe pas', detail: LOST }),
	noTag: () => ({ title: 'Aucun article ne porte ce mot-clé', detail: LOST }),
	noAuthor: () => ({ title: 'Personne n’écrit ici sous ce nom', detail: LOST }),
	noVersion: () => ({
		title: 'Cette version n’existe pas',
		detail: 'L’article a moins de versions publiées que cela.',
	}),
	noReport: () => ({
		title: 'Il n’y a pas de signalement à cette adresse',
		detail: 'L’adresse n’est pas entière, ou le signalement a été supprimé au bout de son délai.',
	}),
	noReplyMails: () => ({
		title: 'Ce lien n’est plus valable',
		detail:
			'Il a expiré, ou a perdu une lettre en chemin. Un nouveau commentaire avec la case des courriels cochée en apporte un nouveau.',
	}),
	noFeed: () => ({
		title: 'Il n’y a pas de flux à cette adresse',
		detail: 'Ce qu’il suivait n’est plus sur le site.',
	}),
	previewEnded: () => ({
		title: 'Cet aperçu a pris fin',
		detail:
			'Le lien était valable un temps limité. Demandez-en un nouveau à la personne qui vous l’a envoyé.',
	}),
	previewClosed: () => ({
		title: 'Cet aperçu a pris fin',
		detail: 'La rédaction a fermé ce lien. Adressez-vous à la personne qui vous l’a envoyé.',
	}),
	noPreview: () => ({
		title: 'Cet aperçu n’existe pas',
		detail: `${LOST} Adressez-vous à la personne qui vous l’a envoyée.`,
	}),
	serverError: () => ({
		title: 'La page n’a pas pu être produite',
		detail: 'L’erreur est de notre côté et a été consignée. Veuillez réessayer dans un instant.',
	}),
	unreadable: (wait) => ({
		title: 'Le site est illisible pour le moment',
		detail: `Son stockage ne répond pas comme il le devrait. Veuillez réessayer dans ${wait}.`,
	}),
	stopping: (wait) => ({
		title: 'Le site redémarre',
		detail: `Rien n’a été enregistré. Revenez en arrière et réessayez dans ${wait}.`,
	}),
	stoppingUnsure: (wait) => ({
		title: 'Le site redémarre',
		detail: `Revenez en arrière dans ${wait} et vérifiez si votre envoi a été enregistré avant de le répéter.`,
	}),
	rateLimited: () => ({
		title: 'Un peu moins vite, s’il vous plaît',
		detail:
			'Plus de pages ont été demandées d’ici que n’en faut à un lecteur ou à un réseau. Veuillez réessayer dans une minute au plus tard.',
	}),
	overloaded: () => ({
		title: 'Beaucoup de lecteurs à la fois',
		detail:
			'Plus de pages sont demandées que nous ne pouvons en produire en ce moment. Veuillez réessayer dans une minute au plus tard.',
	}),
	noPhoto: () => ({
		title: 'Cette photographie n’existe pas',
		detail: 'L’article a moins de photographies que cela, ou celle-ci a été retirée.',
	}),
	noQuote: () => ({
		title: 'Il n’y a pas d’article à citer',
		detail: 'L’adresse d’un article de ce site doit figurer dans «\u00a0url\u00a0».',
	}),
	noFormat: () => ({ title: 'Ce format n’existe pas', detail: 'Les formats sont json et xml.' }),
	noFacts: () => ({
		title: 'Ce fichier n’existe pas encore',
		detail: 'La rédaction n’a pas publié les informations qu’il contiendrait.',
	}),
	noSitemap: () => ({
		title: 'Cette partie du plan du site n’existe pas',
		detail: 'La liste de toutes les parties se trouve à /sitemap.xml.',
	}),
	noStories: () => ({
		title: 'Il n’y a pas de liste à cette adresse',
		detail: 'Ce qu’elle suivait n’est plus sur le site.',
	}),
	noNumber: () => ({
		title: 'Cet article n’existe pas',
		detail: 'Aucun article de ce site ne porte ce numéro.',
	}),
	noPicture: () => ({
		title: 'Cette image n’existe pas',
		detail: 'L’article a changé, et en a une autre.',
	}),
	pictureLater: (wait) => ({
		title: 'L’image n’est pas encore dessinée',
		detail: `D’autres images sont en préparation. Veuillez réessayer dans ${wait}.`,
	}),
	tooManyFields: () => ({
		title: 'Le formulaire a trop de champs',
		detail:
			'Aucun formulaire n’en a autant ici\u00a0: rien n’a été enregistré. Revenez en arrière et envoyez-le à nouveau.',
	}),
	formTooLarge: () => ({
		title: 'Le formulaire est trop grand',
		detail: 'Rien n’a été enregistré. Revenez en arrière et raccourcissez votre texte.',
	}),
	withdrawn: (headline) => ['Retiré\u00a0: ', headline],
	withdrawnOn: (day, reason) => `Nous avons retiré cet article le ${day}. ${reason}`,
	badAddress: 'Ce n’est pas l’adresse d’une page.',
	tooManyParameters: 'L’adresse a trop de paramètres.',
	noPictureFile: 'Cette image n’existe pas.',
	noPictureNow: (wait) =>
		`Les images ne sont pas accessibles pour le moment. Veuillez réessayer dans ${wait}.`,
	noFile: 'Ce fichier n’existe pas.',
	typedKept: 'Tout ce que vous avez écrit est ici.',
	sendAgain: 'Envoyer à nouveau',
	goToDesk: 'Aller à la salle de rédaction',
	goToFrontPage: 'Aller à la une',
	latest: 'Les derniers articles',
})
