import type { TransparencyMessages } from '../en/transparency'
import type { Format } from '../format'

export const transparency = ({ plural }: Format<'fr'>): TransparencyMessages => ({
	title: 'La modération en chiffres',
	titleOf: (month) => `La modération en chiffres\u00a0: ${month}`,
	description: (siteName) =>
		`Comment ${siteName} modère les commentaires\u00a0: signalements, décisions avec leurs fondements et plaintes, par mois.`,
	lead: 'Ce que les lecteurs ont signalé dans les commentaires, et ce que la rédaction a décidé. Aucun chiffre ne nomme une personne, et les décisions annulées ne sont pas comptées. Les mois sont ceux de l’UTC.',
	reports: 'Signalements',
	total: 'Tous',
	decisions: 'Décisions de personnes',
	kept: 'Commentaire maintenu',
	removed: 'Commentaire retiré',
	law: 'La loi',
	onReport: 'Sur l’ensemble, après un signalement',
	ownInitiative: 'Sur l’ensemble, à l’initiative de la rédaction',
	machines: 'Machines',
	byMachine: 'Retirés par une machine seule',
	heldBefore:
		'Décidés par une personne, après une mise en attente par une règle automatique ou des signalements',
	heldByReports: 'Masqués par le nombre de signalements, jusqu’à la décision d’une personne',
	time: 'Délai',
	median: 'Délai médian entre un signalement et sa décision',
	noMedian: 'Aucun signalement n’a été décidé.',
	minutes: (count) => plural(count, { one: '# minute', many: '# de minutes', other: '# minutes' }),
	hours: (count) => plural(count, { one: '# heure', many: '# d’heures', other: '# heures' }),
	days: (count) => plural(count, { one: '# jour', many: '# de jours', other: '# jours' }),
	complaints: 'Plaintes',
	filed: 'Déposées',
	upheld: 'Acceptées',
	rejected: 'Rejetées',
	months: 'Mois',
	download: 'Télécharger en CSV',
	what: 'Objet',
	number: 'Nombre',
})
