import type { IgnoringMessages } from '../en/ignoring'
import type { Format } from '../format'

export const ignoring = ({ plural }: Format<'sw'>): IgnoringMessages => ({
	title: 'Watu unaowapuuza',
	hint: 'Maoni yao hukunjwa kwako wewe tu',
	ignore: (name) => `Mpuuze ${name}`,
	ignoreTitle: 'Hupendi kumsoma mtu huyu?',
	ignoreHint:
		'Maoni ya mtu huyu, kwa jina lolote ambalo akaunti au kivinjari hiki kinatoa, huwa mstari mmoja unaoweza kufunguliwa, kwako wewe tu. Mtu huyo haambiwi.',
	by: (name) => ['Maoni ya ', name, ', unayempuuza'],
	since: (day) => ['tangu ', day],
	unnamed: 'Mtu ambaye maoni yake hayapo tena hadharani',
	stop: 'Acha kupuuza',
	stopOf: (name) => `Acha kumpuuza ${name}`,
	none: 'Humpuuzi mtu yeyote. Kiungo “Ripoti au puuza” kipo chini ya kila maoni.',
	stopped: 'Maoni yake yanaonyeshwa kwako tena.',
	own: 'Haya ni maoni yako mwenyewe.',
	tooMany: (max) =>
		plural(max, {
			one: 'Unapuuza watu #, ambao ni kikomo. Acha kwanza kumpuuza mmoja.',
			other: 'Unapuuza watu #, ambao ni kikomo. Acha kwanza kumpuuza mmoja.',
		}),
})
