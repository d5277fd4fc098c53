import type { ArticleMessages } from '../en/article'
import type { Format } from '../format'

export function article({ number, percent, plural }: Format<'sw'>): ArticleMessages {
	const minutes = (count: number) => plural(count, { one: 'dakika #', other: 'dakika #' })
	const seconds = (count: number) => plural(count, { one: 'sekunde #', other: 'sekunde #' })
	return {
		updated: (at) => ['Imesasishwa ', at],
		by: (names) => ['Na ', names],
		readTime: 'Muda wa kusoma:',
		classicReadTime: (min, sec) =>
			[min > 0 && minutes(min), (sec > 0 || min === 0) && seconds(sec)].filter(Boolean).join(' na '),
		minutes,
		underAMinute: 'chini ya dakika moja',
		minRead: (min) => plural(min, { one: 'Dakika # ya kusoma', other: 'Dakika # za kusoma' }),
		moreStories: 'Habari zaidi',
		previous: 'Habari iliyotangulia',
		next: 'Habari inayofuata',
		noteToReaders: 'Taarifa kwa wasomaji',
		corrections: 'Masahihisho',
		correctionKinds: { correction: 'Sahihisho', clarification: 'Ufafanuzi', update: 'Taarifa mpya' },
		correctionHead: (kind, at) => [kind, ', ', at],
		changedTimes: (count) => plural(count, { one: 'Imebadilishwa mara moja', other: 'Imebadilishwa mara #' }),
		publishedOn: (date) => `Ilichapishwa ${date}`,
		changedSince: (link) => [link, ' tangu ilipochapishwa mara ya kwanza'],
		share: 'Shiriki habari hii',
		sendByMail: 'Tuma kwa barua pepe',
		followUs: 'Tufuatilie',
		tags: 'Mada',
		nothingHere: 'Bado hakuna kilichochapishwa hapa.',
		pagesOfStories: 'Kurasa za habari',
		storiesAbout: 'Habari kuhusu',
		storiesAboutTag: (name) => `Habari kuhusu ${name}.`,
		commentsOn: (headline) => `Maoni kuhusu “${headline}”`,
		firstStory: 'Habari ya kwanza bado inaandikwa. Tafadhali rudi hivi karibuni.',
		latest: 'Habari mpya',
		feltNow: 'Wanavyohisi wasomaji sasa',
		mostDiscussed: 'Zinazojadiliwa zaidi',
		shareOfVotes: (share, votes) => `${percent(share)} ya kura ${number(votes)}`,
		feltRule: (days, votes) =>
			`Kwa kila hisia, habari ambayo hisia hiyo ina sehemu kubwa zaidi, kulingana na kura za siku ${number(days)} zilizopita kwenye habari zenye kura ${number(votes)} au zaidi. Habari zilizo hapo juu hazirudiwi.`,
		discussedRule: (days, comments) =>
			`Habari zenye maoni mengi zaidi katika siku ${number(days)} zilizopita, yaani maoni ${number(comments)} au zaidi. Habari zilizo hapo juu hazirudiwi.`,
		alsoIn: (languages) => ['Pia kwa: ', languages],
		lastChanged: (at) => ['Ilibadilishwa mara ya mwisho ', at],
	}
}
