import type { ComplaintsMessages } from '../en/complaints'
import type { Format } from '../format'

const who = (time: string) =>
	`Pode reclamar no prazo de ${time} depois da decisão. Decide outra pessoa da redação, se houver, e nunca uma máquina. Também pode recorrer a um tribunal.`

export const complaints = ({ number, plural }: Format<'pt'>): ComplaintsMessages => ({
	title: 'Reclamar',
	who: (days) => plural(days, { one: who('# dia'), many: who('# de dias'), other: who('# dias') }),
	text: 'Porque está errada a decisão?',
	textHint: (max) => `Até ${number(max)} caracteres.`,
	send: 'Enviar a reclamação',
	yours: 'A sua reclamação',
	waiting: 'Está com a redação. A resposta estará nesta página.',
	upheldForAuthor: 'Aceite: o comentário voltou a ser mostrado.',
	upheldForReporter: 'Aceite: a decisão foi anulada e segue-se uma nova.',
	rejected: 'Rejeitada: a decisão mantém-se.',
	answer: 'Razões',
	sayWhy: 'Diga porque está errada a decisão.',
	tooLong: (length, max) => `A sua reclamação tem ${number(length)} caracteres; reduza-a a ${number(max)}.`,
	noDecision: 'Não há tal decisão sobre um comentário ou uma denúncia sua.',
	onlyOne: 'Já reclamou desta decisão.',
	tooLate: (days) =>
		plural(days, {
			one: 'Uma reclamação é possível no prazo de # dia depois da decisão.',
			many: 'Uma reclamação é possível no prazo de # de dias depois da decisão.',
			other: 'Uma reclamação é possível no prazo de # dias depois da decisão.',
		}),
	subject: (siteName) => `A sua reclamação a ${siteName}`,
	mail: 'A redação decidiu sobre a sua reclamação.',
})
