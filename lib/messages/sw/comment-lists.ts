import type { CommentListsMessages } from '../en/comment-lists'
import type { Format } from '../format'

export const commentLists = ({ number }: Format<'sw'>): CommentListsMessages => ({
	titles: { latest: 'Maoni mapya zaidi', respected: 'Maoni yenye heshima zaidi' },
	descriptions: {
		latest: 'Wasomaji wanavyosema kuhusu habari zote, mapya kwanza.',
		respected: 'Wasomaji wanavyosema kuhusu habari zote, kwa heshima ya wasomaji wengine.',
	},
	lists: 'Orodha za maoni',
	latestRule: 'Maoni ya habari zote, mapya kwanza.',
	respectedRule: (days, readers, most) =>
		`Maoni ya siku ${number(days)} zilizopita yanayoheshimiwa na wasomaji ${number(readers)} au zaidi, kwa idadi ya wasomaji hao: hadi maoni ${number(most)}.`,
	empty: {
		latest: 'Bado hakuna maoni. Yataonekana hapa wasomaji wanapoandika.',
		respected: 'Bado hakuna maoni yenye heshima ya kutosha. Orodha hujaa wasomaji wanapoitoa.',
	},
	on: (headline) => ['Kuhusu ', headline],
	readOn: 'Endelea kusoma:',
	first: { latest: 'Mapya zaidi', respected: 'Yenye heshima zaidi' },
	next: { latest: 'Maoni ya zamani zaidi', respected: 'Maoni mengine' },
	entryTitle: (name, headline) => `${name} kuhusu “${headline}”`,
})
