import type { Mood, Stars } from '@/lib/moods'
import type { Format } from '../format'

/** Nouns, which do not depend on the reader's gender. */
export const moods: Record<Mood, string> = {
	happy: 'Joie',
	sad: 'Tristesse',
	excited: 'Excitation',
	sleepy: 'Sommeil',
	angry: 'Colère',
	surprise: 'Surprise',
}
export const moodNote = ({ plural }: Format<'fr'>, total: number, mine: Mood | null) => {
	if (total === 0) return 'Aucune réponse pour l’instant. La vôtre serait la première.'
	const count = plural(total, {
		one: '# lecteur a répondu.',
		many: '# de lecteurs ont répondu.',
		other: '# lecteurs ont répondu.',
	})
	return mine
		? `${count} Votre humeur\u00a0: ${moods[mine]}. Choisissez-la à nouveau pour la retirer.`
		: count
}
export const moodPercent = ({ percent }: Format<'fr'>, value: number) => percent(value)
export const votes = ({ plural }: Format<'fr'>, count: number) =>
	plural(count, { one: '# vote', many: '# de votes', other: '# votes' })
export const average = ({ decimal }: Format<'fr'>, value: number) => decimal(value)
export const ratingNote = ({ plural }: Format<'fr'>, total: number) =>
	total === 0
		? ''
		: plural(total, {
				one: 'sur 5, d’après # note',
				many: 'sur 5, d’après # de notes',
				other: 'sur 5, d’après # notes',
			})
export const ratingPercent = ({ percent }: Format<'fr'>, value: number) => percent(value)
export const ratingLegend = ({ number }: Format<'fr'>, mine: Stars | null) =>
	mine === null ? 'Votre note' : `Votre note\u00a0: ${number(mine)} sur 5`
export const rate = (_: Format<'fr'>, mine: Stars | null) => (mine === null ? 'Noter' : 'Modifier')
export const withdrawRating = 'Retirer ma note'
