import type { Mood, Stars } from '@/lib/moods'
import type { Format } from '../format'

/** Nouns, which do not depend on the reader's gender. */
export const moods: Record<Mood, string> = {
	happy: 'Alegria',
	sad: 'Tristeza',
	excited: 'Entusiasmo',
	sleepy: 'Sono',
	angry: 'Raiva',
	surprise: 'Surpresa',
}
export const moodNote = ({ plural }: Format<'pt'>, total: number, mine: Mood | null) => {
	if (total === 0) return 'Ainda ninguém respondeu. A sua resposta seria a primeira.'
	const count = plural(total, {
		one: '# leitor respondeu.',
		many: '# de leitores responderam.',
		other: '# leitores responderam.',
	})
	return mine ? `${count} O que sente: ${moods[mine]}. Escolha de novo para retirar.` : count
}
export const moodPercent = ({ percent }: Format<'pt'>, value: number) => percent(value)
export const votes = ({ plural }: Format<'pt'>, count: number) =>
	plural(count, { one: '# voto', many: '# de votos', other: '# votos' })
export const average = ({ decimal }: Format<'pt'>, value: number) => decimal(value)
export const ratingNote = ({ plural }: Format<'pt'>, total: number) =>
	total === 0
		? ''
		: plural(total, {
				one: 'em 5, com # avaliação',
				many: 'em 5, com # de avaliações',
				other: 'em 5, com # avaliações',
			})
export const ratingPercent = ({ percent }: Format<'pt'>, value: number) => percent(value)
export const ratingLegend = ({ number }: Format<'pt'>, mine: Stars | null) =>
	mine === null ? 'A sua avaliação' : `A sua avaliação: ${number(mine)} em 5`
export const rate = (_: Format<'pt'>, mine: Stars | null) => (mine === null ? 'Avaliar' : 'Alterar')
export const withdrawRating = 'Retirar a minha avaliação'
