import type { AccessibilityMessages } from '../en/accessibility'
import type { Format } from '../format'

export const accessibility = ({ number, plural }: Format<'fr'>): AccessibilityMessages => ({
	title: 'Accessibilité',
	description: (siteName) =>
		`Ce qui fonctionne sur ${siteName} avec les aides techniques, ce qui ne fonctionne pas encore, et comment nous le dire.`,
	lead: (siteName) => [
		siteName,
		' s’adresse à tout le monde. Cette page dit ce qui fonctionne, ce qui ne fonctionne pas encore et comment nous signaler un obstacle.',
	],
	reviewed: (day) => ['Dernière révision par la rédaction : ', day, '.'],
	notReviewed: 'La rédaction n’a pas encore révisé cette page ; elle décrit le logiciel.',
	standard: 'La norme',
	standardText: (standard) => [
		'Les pages visent ',
		standard,
		' au niveau AA. Chaque version du logiciel est contrôlée par des outils automatiques : tous les types de page avec axe, dans les thèmes clair et sombre et en trois largeurs, et les tâches principales au clavier seul et sans JavaScript. Un outil ne trouve qu’une partie des obstacles, et personne d’extérieur n’a examiné ce site.',
	],
	ways: 'Ce qui aide',
	waysList: [
		'Tout fonctionne sans JavaScript : lire, voter, noter, commenter et chercher.',
		'Tout peut se faire au clavier. Avec JavaScript, la touche / mène à la recherche.',
		'Le thème et la taille du texte se choisissent au bas de chaque page. Les pages suivent les réglages de votre appareil pour le contraste et la réduction des animations.',
		'Les photographies des articles ont une description ; sans elle, un article ne peut pas être publié.',
	],
	limits: 'Limites connues',
	limitsList: [
		'Les commentaires sont écrits par les lecteurs. Leur langue n’est pas indiquée : un lecteur d’écran peut les lire avec la voix d’une autre langue.',
		'Les articles renvoient vers d’autres sites, des vidéos et des documents, dont nous ne connaissons pas l’accessibilité.',
		'Les articles n’existent ni en langage simplifié ni en langue des signes.',
	],
	form: 'Signalez-nous un obstacle',
	received: 'Merci. Votre message est arrivé à la rédaction.',
	text: 'Qu’est-ce qui n’a pas fonctionné ?',
	textHint: (max) =>
		`${number(max)} caractères au plus. Le nom de votre appareil ou de votre logiciel peut nous aider à trouver la cause.`,
	page: 'Sur quelle page ? (facultatif)',
	pageHint: 'Son adresse ou son titre',
	email: 'Adresse e-mail, si vous souhaitez une réponse (facultatif)',
	send: 'Envoyer',
	kept: (days) =>
		plural(days, {
			one: 'La rédaction lit votre message. Il est supprimé # jour après son traitement.',
			many: 'La rédaction lit votre message. Il est supprimé # de jours après son traitement.',
			other: 'La rédaction lit votre message. Il est supprimé # jours après son traitement.',
		}),
	otherWays: 'Autres moyens de nous joindre',
})
