import type { ReadingMessages } from '../en/reading'
import type { Format } from '../format'

export const reading = ({ plural }: Format<'fr'>): ReadingMessages => ({
	olderThan: (years) =>
		plural(years, {
			one: 'Cet article a plus d’un an',
			many: 'Cet article a plus de # d’années',
			other: 'Cet article a plus de # ans',
		}),
	yearsOld: (years) =>
		plural(years, {
			one: 'Plus d’un an',
			many: 'Plus de # d’années',
			other: 'Plus de # ans',
		}),
	shareElsewhere: 'Partager ailleurs',
	photographs: 'Photographies de cet article',
	backToStory: 'Retour à l’article',
	previous: 'Précédente',
	next: 'Suivante',
	onlyYou: 'Vous seul voyez cette liste.',
	onlyThisBrowser: 'Vous seul voyez cette liste, que conserve un cookie de ce navigateur.',
	onAllDevices: 'Connectez-vous pour l’avoir sur tous vos appareils',
	nothingSaved:
		'Rien n’est encore gardé. «\u00a0Lire plus tard\u00a0» se trouve au-dessus de chaque article.',
	savedOn: (at) => ['Gardé le ', at],
	withdrawn: 'Cet article a été retiré depuis.',
	correctedOn: (at) => ['Rectifié le ', at, ', après que vous l’avez gardé.'],
	remove: 'Retirer',
	removeStory: (headline) => `Retirer «\u00a0${headline}\u00a0»`,
	places: 'Où vous en étiez',
	placesHint:
		'Ce navigateur retient où vous en étiez dans les derniers articles inachevés, et y renvoie au-dessus d’eux. Rien ne quitte cet appareil.',
	savedCopy: 'Copie gardée le #. Voter et commenter demandent une connexion.',
	offline: 'Vous êtes hors ligne',
	keptHere: 'Articles gardés sur cet appareil\u00a0:',
	copies: 'Gardés sur cet appareil',
	copiesHint:
		'Ces articles se lisent sans connexion. Un article retiré est gardé à nouveau quand vous l’ouvrez. La déconnexion de votre compte les retire tous.',
	removeCopies: 'Retirer toutes les copies',
})
