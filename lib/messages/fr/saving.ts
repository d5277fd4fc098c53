import type { Format } from '../format'

export const saveForLater = 'Lire plus tard'
export const savedForLater = 'Gardé pour plus tard'
export const readingList = 'Liste de lecture'
export const removedFromList = 'Retiré de votre liste de lecture.'
export const leftOff = 'Reprendre où vous en étiez'
export const photoOf = ({ number }: Format<'fr'>, position: number, total: number) =>
	`Photographie ${number(position)} sur ${number(total)}`
