import type { IgnoringMessages } from '../en/ignoring'
import type { Format } from '../format'

export const ignoring = ({ plural }: Format<'fr'>): IgnoringMessages => ({
	title: 'Personnes que vous ignorez',
	hint: 'Leurs commentaires sont repliés, pour vous seulement',
	ignore: (name) => `Ignorer ${name}`,
	ignoreTitle: 'Vous préférez ne pas lire cette personne\u202f?',
	ignoreHint:
		'Les commentaires de cette personne, sous tout nom donné par ce compte ou ce navigateur, deviennent une ligne à déplier, pour vous seulement. La personne n’en est pas informée.',
	by: (name) => ['Un commentaire de ', name, ', que vous ignorez'],
	since: (day) => ['depuis le ', day],
	unnamed: 'Quelqu’un dont les commentaires ne sont plus publics',
	stop: 'Ne plus ignorer',
	stopOf: (name) => `Ne plus ignorer ${name}`,
	none: 'Vous n’ignorez personne. Le lien «\u00a0Signaler ou ignorer\u00a0» se trouve sous chaque commentaire.',
	stopped: 'Ses commentaires vous sont de nouveau montrés.',
	own: 'C’est un de vos commentaires.',
	tooMany: (max) =>
		plural(max, {
			one: 'Vous ignorez # personne, ce qui est la limite. Cessez d’abord d’en ignorer une.',
			many: 'Vous ignorez # de personnes, ce qui est la limite. Cessez d’abord d’en ignorer une.',
			other: 'Vous ignorez # personnes, ce qui est la limite. Cessez d’abord d’en ignorer une.',
		}),
})
