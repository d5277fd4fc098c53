import type { Format } from '../format'

export const saveForLater = 'Hifadhi usome baadaye'
export const savedForLater = 'Imehifadhiwa usome baadaye'
export const readingList = 'Orodha ya kusoma'
export const removedFromList = 'Imeondolewa kwenye orodha yako ya kusoma.'
export const leftOff = 'Endelea ulipoishia'
export const photoOf = ({ number }: Format<'sw'>, position: number, total: number) =>
	`Picha ya ${number(position)} kati ya ${number(total)}`
