import type { Format } from '../format'

const RELOAD = 'Rechargez la page pour voir si votre envoi a été enregistré.'

export const lookAgain = 'Veuillez vérifier ce point'
export const notPostedYet = 'Votre commentaire n’est pas encore publié'
export const posting = 'Envoi…'
export const posted = 'Votre commentaire est publié.'
export const held = 'Votre commentaire est envoyé et attend d’être validé.'
export const showNew = ({ plural }: Format<'fr'>, count: number) =>
	plural(count, {
		one: 'Afficher # nouveau commentaire',
		many: 'Afficher # de nouveaux commentaires',
		other: 'Afficher # nouveaux commentaires',
	})
export const countOf = ({ number }: Format<'fr'>, count: number, max: number) =>
	`${number(count)} sur ${number(max)}`
export const tooMany = ({ number }: Format<'fr'>, count: number) => `${number(count)} de trop`
export const charactersTooMany = ({ plural }: Format<'fr'>, count: number) =>
	plural(count, {
		one: '# caractère de trop',
		many: '# de caractères de trop',
		other: '# caractères de trop',
	})
export const charactersLeft = ({ plural }: Format<'fr'>, count: number) =>
	plural(count, {
		one: '# caractère restant',
		many: '# de caractères restants',
		other: '# caractères restants',
	})
export const unreachable = `Le site est injoignable. ${RELOAD}`
export const timedOut = `Le site n’a pas répondu à temps. ${RELOAD}`
export const serverError = `Une erreur s’est produite de notre côté. ${RELOAD}`
export const moodCast = (_: Format<'fr'>, mood: string, votes: string) => `${mood}, ${votes}, votre humeur`
export const moodWithdrawn = (_: Format<'fr'>, mood: string, votes: string) =>
	`${mood}, ${votes}, votre humeur est retirée`
export const notRated = 'Personne n’a noté cet article.'
export const ratingWithdrawn = (_: Format<'fr'>, all: string) => `Votre note est retirée. ${all}`
export const share = 'Partager…'
export const copyLink = 'Copier le lien'
export const copied = 'Copié'
export const linkCopied = 'Le lien est copié.'
export const linkSelected = 'Le lien est sélectionné, prêt à être copié.'
export const switchOn = 'L’activer'
export const switchOff = 'La désactiver'
export const keptSince = (_: Format<'fr'>, time: string) => `Gardé depuis le ${time}`
export const removeKept = 'Retirer'
export const removeCopyOf = (_: Format<'fr'>, title: string) => `Retirer la copie de «\u00a0${title}\u00a0»`
export const copyRemoved = 'La copie est retirée.'
export const copiesRemoved = 'Toutes les copies sont retirées.'
export const noCopies = 'Aucun article n’est gardé sur cet appareil.'
