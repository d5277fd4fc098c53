import type { DecisionsMessages } from '../en/decisions'
import type { Format } from '../format'

export const decisions = ({ plural }: Format<'sw'>): DecisionsMessages => ({
	title: 'Uamuzi kuhusu maoni yako',
	onStory: (story, day) => ['Kuhusu ', story, ', ', day],
	decision: 'Uamuzi',
	outcomes: {
		kept: 'Maoni yanabaki kwenye tovuti.',
		removed: 'Maoni yameondolewa.',
	},
	ground: 'Msingi',
	byRule: (rule) => `Kanuni za maoni za tovuti hii: ${rule}`,
	byLaw: (law) => `Sheria: ${law}`,
	rules: {
		abuse: 'Hakuna matusi, vitisho wala unyanyasaji.',
		hatred: 'Hakuna chuki dhidi ya makundi ya watu.',
		privacy: 'Hakuna taarifa za faragha za watu wengine.',
		spam: 'Hakuna taka wala matangazo.',
		offTopic: 'Hakuna kisichohusiana na habari.',
		falsehood: 'Hakuna madai ya uongo kuhusu ukweli.',
		other: 'Hakuna kinachoharibu mazungumzo kwa njia nyingine.',
	},
	scope: 'Upeo',
	scopeText: 'Hakuna anayeweza kuona maoni kwenye tovuti hii, katika nchi yoyote, bila kikomo cha muda.',
	facts: 'Ukweli wa mambo',
	origin: 'Chanzo',
	onReport: 'Uamuzi umetokana na ripoti.',
	onOwnInitiative: 'Chumba cha habari kiliyaangalia maoni kwa hiari yake.',
	machines: 'Mashine',
	noMachine: 'Mtu aliamua, bila mashine.',
	heldBefore:
		'Mtu aliamua. Kabla ya hapo, kanuni ya kiotomatiki au idadi ya ripoti iliyazuia maoni yasubiri.',
	decidedOn: 'Iliamuliwa',
	redress: 'Kama hukubaliani',
	redressText: 'Andikia chumba cha habari. Unaweza pia kwenda mahakamani.',
	rulesTitle: 'Kanuni za maoni',
	holdRule: (reports) =>
		plural(reports, {
			one: 'Ripoti # huficha maoni hadi mtu wa chumba cha habari aamue, isipokuwa mtu alishaamua kwamba yabaki.',
			other:
				'Ripoti kutoka mitandao # tofauti huficha maoni hadi mtu wa chumba cha habari aamue, isipokuwa mtu alishaamua kwamba yabaki.',
		}),
	noHoldRule: 'Ripoti pekee hazifichi maoni yoyote: mtu wa chumba cha habari huamua.',
	why: 'Kwa nini?',
	whyOf: (headline) => `Kwa nini maoni kuhusu “${headline}” yaliondolewa`,
	authorSubject: (siteName) => `Maoni yako kwenye ${siteName}`,
	authorMail: (headline) => `Chumba cha habari kimeamua kuhusu maoni yako juu ya “${headline}”.`,
	reporterSubject: (report, siteName) => `Uamuzi kuhusu ripoti yako ${report} kwa ${siteName}`,
	reporterMail: 'Chumba cha habari kimeamua kuhusu maoni uliyoripoti.',
	receiptHasIt: 'Ukurasa wa risiti yako una uamuzi pia:',
	readDecision: 'Unaweza kusoma uamuzi tena kwenye anwani hii:',
	readAndComplain: 'Unaweza kuusoma tena kwenye anwani hii, na kulalamika hapo:',
})
