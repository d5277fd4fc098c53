import type { StoredDataMessages } from '../en/stored-data'
import type { Format } from '../format'

export const storedData = ({ plural }: Format<'fr'>): StoredDataMessages => ({
	title: 'Ce que ce site conserve',
	description: (siteName) =>
		`Ce que ${siteName} conserve au sujet de ses lecteurs, pourquoi et combien de temps.`,
	lead: 'Le logiciel écrit cette page d’après les réglages et les limites avec lesquels il fonctionne. Ce que la rédaction dit elle-même de la confidentialité, si elle l’a publié, est sur sa page.',
	own: 'La rédaction sur la confidentialité',
	data: 'Données conservées',
	what: 'Quoi',
	why: 'Pourquoi',
	time: 'Combien de temps',
	kinds: {
		votes: {
			what: 'Humeurs, étoiles, liste de lecture, personnes que vous ignorez et moment jusqu’auquel vous avez lu vos avis, avec un nombre aléatoire qui est aussi dans un cookie de votre navigateur, ou avec votre compte',
			why: 'Pour que chaque lecteur compte une fois et puisse changer son vote',
		},
		comments: {
			what: 'Commentaires avec le nom, et pour les invités l’adresse e-mail, que seule la rédaction voit',
			why: 'Pour que les commentaires se lisent et que la rédaction puisse écrire à leurs auteurs',
		},
		unconfirmed: {
			what: 'Les commentaires qui attendent que leur auteur confirme son adresse e-mail par un lien reçu',
			why: 'Pour qu’ils paraissent une fois l’adresse confirmée, ou approuvés par la modération',
		},
		restrictions: {
			what: 'Les exclusions d’auteurs de commentaires avec leurs motifs, et les notes de la modération sur un auteur',
			why: 'Pour que les règles des commentaires soient respectées',
		},
		keptRestrictions: {
			what: 'Les exclusions de comptes supprimés avec leurs motifs, et l’adresse confirmée sous forme d’empreinte à clé secrète, illisible',
			why: 'Pour que la suppression d’un compte ne mette pas fin à une exclusion : un nouveau compte à la même adresse la garde',
		},
		drafts: { what: 'Un commentaire écrit avant la connexion', why: 'Pour qu’il soit là après la connexion' },
		replyMails: {
			what: 'Les adresses électroniques des auteurs de commentaires qui veulent des courriels sur les réponses, avec ces commentaires',
			why: 'Pour que ces courriels n’aillent qu’à des adresses confirmées, et cessent quand vous le dites',
		},
		replyNotices: {
			what: 'Qu’une réponse a été envoyée à une adresse',
			why: 'Pour que chaque réponse soit envoyée une seule fois',
		},
		reports: {
			what: 'Signalements de commentaires, plaintes, et le nom et l’adresse qui s’y trouvent',
			why: 'Pour qu’une personne puisse en décider et répondre',
		},
		decisions: {
			what: 'Décisions sur les commentaires avec leurs motifs, sans les auteurs des signalements',
			why: 'Pour que leurs auteurs puissent les lire et qu’elles puissent être comptées',
		},
		messages: {
			what: 'Messages sur l’accessibilité, avec l’adresse e-mail si elle est donnée',
			why: 'Pour que la rédaction puisse répondre',
		},
		accounts: {
			what: 'Comptes\u00a0: nom et anciens noms, adresse e-mail, empreinte irréversible du mot de passe, clés d’accès et applications d’authentification, et numéros des comptes d’autres services avec lesquels vous vous connectez',
			why: 'Pour que vous puissiez vous connecter',
		},
		sessions: {
			what: 'Connexions\u00a0: un jeton, et le navigateur et le système en toutes lettres',
			why: 'Pour que vous restiez connecté et puissiez mettre fin aux connexions ailleurs',
		},
		links: {
			what: 'Invitations, et liens qui connectent, changent un mot de passe ou confirment une adresse, avec l’adresse e-mail',
			why: 'Pour qu’un lien fonctionne une fois',
		},
		staff: {
			what: 'Le travail de la rédaction\u00a0: versions, notes, décisions et journal des actions',
			why: 'Pour qu’une rédaction puisse dire qui a changé quoi',
		},
		networks: {
			what: 'Votre adresse réseau, en mémoire seulement et sous forme d’empreinte à clé, jamais sur disque',
			why: 'Pour que des programmes ne puissent pas voter, commenter ou deviner des mots de passe sans limite',
		},
	},
	forGood: 'Jusqu’à ce que vous ou la rédaction les supprimiez',
	forever: 'Aussi longtemps que le site existe',
	untilAccount: 'Jusqu’à la suppression du compte',
	day: 'Un jour au plus',
	days: (count) => plural(count, { one: '# jour', many: '# de jours', other: '# jours' }),
	afterDecision: (count) =>
		plural(count, {
			one: '# jour après la décision',
			many: '# de jours après la décision',
			other: '# jours après la décision',
		}),
	afterHandling: (count) =>
		plural(count, {
			one: '# jour après la réponse',
			many: '# de jours après la réponse',
			other: '# jours après la réponse',
		}),
	minutes: (count) => plural(count, { one: '# minute', many: '# de minutes', other: '# minutes' }),
	cookies: 'Cookies',
	cookie: 'Cookie',
	cookieKinds: {
		reader: 'Un nombre aléatoire signé, posé par le premier vote, commentaire ou article enregistré',
		session: 'Le jeton d’une connexion',
		known: 'Posé par une connexion\u00a0: la distingue des essais d’inconnus',
		secondStep: 'La première de deux étapes d’une connexion',
		provider:
			'Une connexion à laquelle le service choisi n’a pas encore répondu, chiffrée, avec la page de retour',
		connect: 'Un compte d’un autre service qui attend d’être associé, chiffré',
		codes: 'De nouveaux codes de secours, chiffrés, jusqu’à leur affichage',
		recentWrite: 'Posé par un vote ou un commentaire, pour que la page suivante le montre',
		islands: 'Si les scripts fonctionnent\u00a0; sans aucun nombre',
		appearance: 'Thème et taille du texte',
		thread: 'L’ordre des commentaires que vous avez choisi',
		signedOut: 'Dit aux scripts de la page suivante qu’un compte s’est déconnecté\u00a0; ils le suppriment',
		ads: 'Les publicités que vous avez fermées',
	},
	seconds: 'Quelques secondes',
	mails: 'Messages',
	mailsOff: 'Ce site n’envoie aucun message.',
	mailKinds: [
		'Invitations, et liens qui connectent, changent un mot de passe ou confirment une adresse',
		'Accusés de réception des signalements, décisions sur les commentaires avec leurs motifs et réponses aux plaintes',
		'Les réponses à votre commentaire, si vous les avez demandées et si vous avez confirmé l’adresse',
	],
	others: 'Autres parties',
	noTracking: 'Les pages ne chargent rien d’autres sites\u00a0: ni compteur, ni police, ni publicité.',
	sources:
		'Les liens vers les sources et dans les commentaires mènent à d’autres sites, qui n’apprennent votre venue d’ici que si vous les suivez.',
	provider: (name) =>
		`Si vous choisissez de vous connecter avec ${name}, ${name} l’apprend et communique à ce site votre nom, votre adresse e-mail et le numéro de votre compte. Ce site ne garde aucun accès à ce compte.`,
	hub: (host) =>
		`Quand un article paraît, le site communique son adresse à ${host}. Rien n’est envoyé sur les lecteurs.`,
	indexNow:
		'Quand un article paraît, le site communique son adresse aux moteurs de recherche par IndexNow. Rien n’est envoyé sur les lecteurs.',
	noPings: 'Le site n’annonce ses articles à personne d’autre.',
	mailServer: 'Les messages passent par le serveur de messagerie de l’éditeur.',
	rights: 'Vos droits',
	rightsText:
		'Avec un compte, vous pouvez le voir, le télécharger et le supprimer vous-même\u202f; sans compte, voir et retirer ce que votre navigateur a dit et voté. Pour tout le reste, adressez-vous à la rédaction.',
})
