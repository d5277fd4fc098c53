import type { PublicNameMessages } from '../en/public-name'
import type { Format } from '../format'

export const publicName = ({ number, plural }: Format<'fr'>): PublicNameMessages => ({
	title: 'Nom public',
	hint: 'Il s’affiche au-dessus de vos commentaires, même passés.',
	limit: (max, days) =>
		plural(max, {
			one: `Vous pouvez le changer # fois en ${number(days)} jours. Les modérateurs voient vos anciens noms.`,
			many: `Vous pouvez le changer # de fois en ${number(days)} jours. Les modérateurs voient vos anciens noms.`,
			other: `Vous pouvez le changer # fois en ${number(days)} jours. Les modérateurs voient vos anciens noms.`,
		}),
	label: 'Nom public',
	change: 'Changer le nom',
	tooOften: (max, days) =>
		plural(max, {
			one: `Vous avez changé de nom # fois en ${number(days)} jours, ce qui est la limite.`,
			many: `Vous avez changé de nom # de fois en ${number(days)} jours, ce qui est la limite.`,
			other: `Vous avez changé de nom # fois en ${number(days)} jours, ce qui est la limite.`,
		}),
	choose: 'Choisissez votre nom public',
	chooseHint: (provider) =>
		`Ceci crée ici un compte de lecture, auquel ${provider} vous connecte. Le nom s’affiche au-dessus de vos commentaires\u202f; il peut être différent de celui de ce service.`,
	make: 'Créer mon compte',
	startAgain: 'Recommencer',
})
