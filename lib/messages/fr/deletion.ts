import type { DeletionMessages } from '../en/deletion'
import type { Format } from '../format'

export const deletion = ({ plural }: Format<'fr'>): DeletionMessages => ({
	title: 'Supprimer mon compte',
	hint: 'Ce qui disparaît, ce qui reste, et une dernière question',
	deletedAccount: 'Compte supprimé',
	download: 'Télécharger d’abord mes données',
	goes: 'Ce qui disparaît, aussitôt et définitivement',
	goesAccount:
		'Votre nom, votre adresse e-mail et vos moyens de connexion\u00a0: mot de passe, clés d’accès, application d’authentification, codes de secours et services reliés',
	goesSessions: 'Toutes vos sessions, dans ce navigateur et ailleurs',
	goesVotes: (count) =>
		plural(count, {
			one: '# de vos votes\u00a0: humeurs, étoiles et respect. Les décomptes baissent d’autant.',
			many: '# de vos votes\u00a0: humeurs, étoiles et respect. Les décomptes baissent d’autant.',
			other: '# de vos votes\u00a0: humeurs, étoiles et respect. Les décomptes baissent d’autant.',
		}),
	goesLists:
		'Votre liste de lecture, les personnes que vous ignorez, les e-mails sur les réponses, vos brouillons, les anciens textes de vos commentaires et vos réclamations',
	goesUnpublished: (count) =>
		plural(count, {
			one: '# commentaire en attente ou non publié',
			many: '# de commentaires en attente ou non publiés',
			other: '# commentaires en attente ou non publiés',
		}),
	goesAddress:
		'Votre adresse e-mail dans les signalements et messages que vous avez envoyés, dans les commentaires écrits sans le compte et dans les exclusions',
	stays: 'Ce qui reste',
	staysComments: (count, name) =>
		plural(count, {
			one: `# commentaire publié, sous le nom «\u00a0${name}\u00a0», sauf si vous choisissez ci-dessous qu’il disparaisse`,
			many: `# de commentaires publiés, sous le nom «\u00a0${name}\u00a0», sauf si vous choisissez ci-dessous qu’ils disparaissent`,
			other: `# commentaires publiés, sous le nom «\u00a0${name}\u00a0», sauf si vous choisissez ci-dessous qu’ils disparaissent`,
		}),
	staysReplies: 'Les réponses des autres, et ce qu’ils ont cité',
	staysGuest:
		'Les commentaires écrits sans le compte dans un autre navigateur, sous le nom que vous y avez donné',
	staysDecisions: 'Les décisions sur vos commentaires, sans votre nom, pour les décomptes publics',
	staysLog:
		'Dans le journal de la rédaction\u00a0: qu’un compte a été créé, a utilisé ses moyens de connexion et a été supprimé, sous un numéro aléatoire qui ne mène à personne',
	staysBackups:
		'Les sauvegardes faites auparavant, jusqu’à ce qu’elles soient remplacées\u00a0: après sept jours avec le calendrier que le logiciel recommande. La rédaction peut les garder plus longtemps\u202f; demandez-lui.',
	texts: 'Vos commentaires publiés',
	keepTexts: (name) => `Leurs textes restent, sous le nom «\u00a0${name}\u00a0»`,
	deleteTexts: 'Leurs textes disparaissent aussi. Une ligne reste là où il y a des réponses.',
	sure: 'Oui, supprimer mon compte. C’est irréversible.',
	tickFirst: 'Cochez la case si vous voulez supprimer le compte.',
	chooseTexts: 'Choisissez ce que deviennent vos commentaires publiés.',
	hasWork:
		'Des articles ou d’autres travaux de la rédaction sont à votre nom\u202f; vous ne pouvez donc pas supprimer ce compte vous-même. Un propriétaire peut retirer votre accès à la salle de rédaction.',
})
