import type { Format } from '../format'

export const saveForLater = 'Guardar para depois'
export const savedForLater = 'Guardado para depois'
export const readingList = 'Lista de leitura'
export const removedFromList = 'Retirado da sua lista de leitura.'
export const leftOff = 'Continuar de onde parou'
export const photoOf = ({ number }: Format<'pt'>, position: number, total: number) =>
	`Fotografia ${number(position)} de ${number(total)}`
