import type { CommentsMessages } from '../en/comments'
import type { Format } from '../format'

export const comments = ({ number, plural }: Format<'sw'>): CommentsMessages => ({
	count: (count) => plural(count, { one: 'Maoni #', other: 'Maoni #' }),
	none: 'Bado hakuna maoni. Yako yatakuwa ya kwanza.',
	countAndClosed: (count, closed) => `${count}. ${closed}`,
	closed: 'Mazungumzo yamefungwa.',
	closedOn: (day) => `Mazungumzo yalifungwa ${day}.`,
	closedAfter: (day, days) =>
		plural(days, {
			one: `Mazungumzo yalifungwa ${day}, siku # baada ya habari kuchapishwa.`,
			other: `Mazungumzo yalifungwa ${day}, siku # baada ya habari kuchapishwa.`,
		}),
	yourComment: 'Maoni yako',
	replyTo: (name) => ['Jibu lako kwa ', name],
	hint: (max) => `Herufi ${number(max)} au chini. Unaweza kutumia *mkazo* na viungo.`,
	name: 'Jina',
	email: 'Barua pepe',
	neverPublished: 'Haichapishwi kamwe.',
	leaveEmpty: 'Acha sehemu hii wazi',
	post: 'Chapisha',
	signInAndPost: 'Ingia na uchapishe',
	cancelReply: 'Ghairi jibu',
	postingAs: (name) => ['Unachapisha kama ', name],
	wordsKept: 'Maandishi yako yatakuwa hapa utakaporudi.',
	earlierBy: (name) => ['Maoni ya awali ya ', name],
	removed: 'Maoni haya yameondolewa.',
	linked: 'Maoni ya kiungo hiki',
	staff: 'Chumba cha habari',
	waiting: 'Yanasubiri idhini',
	waitingHint: 'Ni wewe tu unayeweza kuyaona hadi chumba cha habari kiyasome.',
	reply: 'Jibu',
	replyToWhom: (name) => [' maoni ya ', name],
	moderate: 'Simamia',
	moderateWhose: (name) => [' maoni ya ', name],
	pages: 'Kurasa za maoni',
})
