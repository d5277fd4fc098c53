import type { ModerationMessages } from '../en/moderation'
import type { Format } from '../format'

export const moderation = ({ number, plural }: Format<'fr'>): ModerationMessages => ({
	banned: (words) => ['Vous ne pouvez pas commenter ici. Motif\u00a0: ', words],
	bannedUntil: (day, words) => [
		'Vous ne pouvez pas commenter ici avant la fin du ',
		day,
		'. Motif\u00a0: ',
		words,
	],
	muted: (words) => ['Vos commentaires attendent la modération. Motif\u00a0: ', words],
	mutedUntil: (day, words) => [
		'Vos commentaires attendent la modération jusqu’à la fin du ',
		day,
		'. Motif\u00a0: ',
		words,
	],
	heldAddress: 'Les commentaires avec cette adresse e-mail attendent la modération.',
	heldRepeat: (hours) =>
		`Il reprend le texte d’un commentaire que vous avez envoyé dans les ${number(hours)} dernières heures.`,
	heldLinks: (count, max) =>
		`${plural(count, { one: 'Il contient # lien', many: 'Il contient # de liens', other: 'Il contient # liens' })}\u202f; au-delà de ${number(max)}, un commentaire attend la modération.`,
	heldSite: (site) => ['Il cite le site ', site, '\u202f; ces commentaires attendent la modération.'],
	refusedSite: (site) => ['Les commentaires qui citent le site ', site, ' ne sont pas acceptés ici.'],
	heldWord: (word) => [
		'Il contient le mot «\u00a0',
		word,
		'\u00a0»\u202f; ces commentaires attendent la modération.',
	],
	refusedWord: (word) => [
		'Les commentaires contenant le mot «\u00a0',
		word,
		'\u00a0» ne sont pas acceptés ici.',
	],
	heldName: (word) => [
		'Le nom contient le mot «\u00a0',
		word,
		'\u00a0»\u202f; ces commentaires attendent la modération.',
	],
	refusedName: (word) => ['Les noms contenant le mot «\u00a0', word, '\u00a0» ne sont pas acceptés ici.'],
	heldSpeed: (count, minutes, max) =>
		`C’est votre commentaire numéro ${number(count)} en ${number(minutes)} minutes\u202f; après ${number(max)}, ils attendent la modération.`,
	heldFlood: (minutes, max) =>
		`Plus de ${number(max)} commentaires sont arrivés en ${number(minutes)} minutes. Pendant ce temps, ceux de lecteurs sans commentaire approuvé attendent la modération.`,
	heldHoneypot:
		'Il est arrivé comme en envoient les programmes. Si vous êtes une personne, la modération le verra.',
	heldUnconfirmed:
		'Il paraîtra quand vous aurez ouvert le lien que nous vous envoyons, qui confirme votre adresse e-mail. S’il n’arrive pas, renvoyez le commentaire.',
	heldUnconfirmedAccount:
		'Il paraîtra quand votre adresse e-mail sera confirmée. La page de votre compte vous envoie le lien.',
	heldUnconfirmable:
		'Les adresses e-mail ne peuvent pas être confirmées ici\u00a0: il attend donc la modération.',
	heldPremoderated: 'Chaque commentaire sur cet article attend la modération.',
	heldTrust: (approved, needed) =>
		`Les commentaires attendent la modération jusqu’à ${plural(needed, { one: '# commentaire approuvé', many: '# de commentaires approuvés', other: '# commentaires approuvés' })} de la même personne\u202f; vous en avez ${number(approved)}.`,
	unchecked: 'Un contrôle automatique n’a pas répondu\u202f; les commentaires attendent alors la modération.',
	heldByCheck: 'Un contrôle automatique le retient pour la modération.',
	heldByCheckBecause: (words) => [
		'Un contrôle automatique le retient pour la modération. Motif\u00a0: ',
		words,
	],
	refusedByCheck: 'Un contrôle automatique n’accepte pas ce commentaire.',
	refusedByCheckBecause: (words) => [
		'Un contrôle automatique n’accepte pas ce commentaire. Motif\u00a0: ',
		words,
	],
})
