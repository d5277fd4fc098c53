import type { FollowMessages } from '../en/follow'

export const follow = (): FollowMessages => ({
	title: 'Nous suivre',
	description: (siteName) =>
		`Comment lire ${siteName} sans plateforme intermédiaire\u00a0: flux des rubriques, des auteurs et des thèmes.`,
	lead: (siteName) => [
		'Pour lire ',
		siteName,
		', il ne vous faut ni compte ni réseau intermédiaire qui décide des articles que vous voyez.',
	],
	allStories: 'Tous les articles, dans un lecteur de flux',
	explained:
		'Un flux est la liste de nos derniers articles, avec leur texte intégral, destinée à un programme à vous\u00a0: un lecteur de flux. Il affiche les nouveaux articles de tous les sites que vous suivez, dans l’ordre de leur parution. Nous n’apprenons pas qui nous suit, et pour partir il vous suffit d’effacer une ligne.',
	chooseReader:
		'Choisissez un lecteur de flux. Il en existe de gratuits\u00a0: NetNewsWire pour les appareils Apple, Feeder pour Android et Thunderbird pour tout ordinateur.',
	copyAddress: 'Copiez cette adresse et collez-la là où le lecteur demande un flux ou un site\u00a0:',
	formats: (formats) => [
		'Le même contenu existe en trois formats, dont un seul suffit à votre lecteur\u00a0: ',
		formats,
		'. Un navigateur peut afficher un flux comme du code ou proposer de l’enregistrer\u202f; seule son adresse compte.',
	],
	oneSection: 'Une rubrique',
	oneAuthor: 'Un auteur',
	oneSubject: 'Un thème',
	oneSeries: 'Une série',
	everythingElse: 'Tout le reste',
	others: (ending) => [
		'Chaque auteur, chaque thème et chaque série a son flux, même s’il n’est pas cité ici, tout comme les commentaires de chaque article\u00a0: ajoutez ',
		ending,
		' à l’adresse de sa page.',
	],
	feed: 'Flux',
	feedOf: (name) => `Flux\u00a0: ${name}`,
	storiesFrom: (siteName) => `Articles de ${siteName}`,
	storiesOf: (siteName, name) => `Articles de ${siteName}\u00a0: ${name}`,
	threadDescription: (headline) => `Ce que disent les lecteurs de «\u00a0${headline}\u00a0».`,
	staffName: (name) => `${name} (rédaction)`,
	commentBy: (name) => `Commentaire de ${name}`,
	replyBy: (name) => `Réponse de ${name}`,
	replyByTo: (name, answered) => `Réponse de ${name} à ${answered}`,
	correctionOn: (kind, day) => `${kind}, ${day}\u00a0:`,
	correctionOf: (kind, headline) => `${kind}\u00a0: ${headline}`,
	correctionsDescription: 'Ce que nous avons rectifié, précisé ou ajouté après publication.',
	correctionsLead:
		'Ce que nous avons rectifié, précisé ou ajouté après publication, du plus récent au plus ancien. Une entrée n’est jamais modifiée ni supprimée.',
	noCorrections: 'Rien n’a encore été rectifié.',
	storyGone: 'L’article n’est plus sur le site.',
	withdrawn: '(retiré)',
	correctionsPages: 'Pages de rectificatifs',
})
