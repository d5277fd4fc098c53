import type { DeletionMessages } from '../en/deletion'
import type { Format } from '../format'

export const deletion = ({ plural }: Format<'sw'>): DeletionMessages => ({
	title: 'Futa akaunti yangu',
	hint: 'Kinachofutwa, kinachobaki, na swali la mwisho',
	deletedAccount: 'Akaunti iliyofutwa',
	download: 'Pakua kwanza data zangu',
	goes: 'Kinachofutwa, mara moja na kabisa',
	goesAccount:
		'Jina lako, anwani yako ya barua pepe na njia zako za kuingia: nenosiri, funguo za siri, programu ya uthibitishaji, misimbo ya dharura na huduma zilizounganishwa',
	goesSessions: 'Vipindi vyako vyote, kwenye kivinjari hiki na kwingine',
	goesVotes: (count) =>
		plural(count, {
			one: 'Kura yako #: hisia, nyota na heshima. Hesabu hupungua kwa kiasi hicho.',
			other: 'Kura zako #: hisia, nyota na heshima. Hesabu hupungua kwa kiasi hicho.',
		}),
	goesLists:
		'Orodha yako ya kusoma, watu unaowapuuza, barua pepe kuhusu majibu, rasimu, maandishi ya awali ya maoni yako, na malalamiko',
	goesUnpublished: (count) =>
		plural(count, {
			one: 'Maoni # yanayosubiri au ambayo hayakuchapishwa',
			other: 'Maoni # yanayosubiri au ambayo hayakuchapishwa',
		}),
	goesAddress:
		'Anwani yako ya barua pepe kwenye ripoti na ujumbe uliotuma, kwenye maoni uliyoandika bila akaunti, na kwenye marufuku',
	stays: 'Kinachobaki',
	staysComments: (count, name) =>
		plural(count, {
			one: `Maoni # yaliyochapishwa, kwa jina “${name}”, isipokuwa ukichagua hapa chini yafutwe`,
			other: `Maoni # yaliyochapishwa, kwa jina “${name}”, isipokuwa ukichagua hapa chini yafutwe`,
		}),
	staysReplies: 'Majibu ya watu wengine, na walichonukuu',
	staysGuest: 'Maoni uliyoandika bila akaunti kwenye kivinjari kingine, kwa jina ulilotoa huko',
	staysDecisions: 'Maamuzi kuhusu maoni yako, bila jina lako, kwa ajili ya hesabu za umma',
	staysLog:
		'Kwenye kumbukumbu ya chumba cha habari: kwamba akaunti ilitengenezwa, ilitumia njia zake za kuingia na ilifutwa, kwa namba ya nasibu isiyoelekeza kwa mtu yeyote',
	staysBackups:
		'Nakala rudufu zilizofanywa awali, hadi zibadilishwe: baada ya siku saba kwa ratiba inayopendekezwa na programu. Chumba cha habari kinaweza kuziweka kwa muda mrefu zaidi; kiulize.',
	texts: 'Maoni yako yaliyochapishwa',
	keepTexts: (name) => `Maandishi yake yanabaki, kwa jina “${name}”`,
	deleteTexts: 'Maandishi yake yanafutwa pia. Mstari mmoja hubaki mahali penye majibu.',
	sure: 'Ndiyo, futa akaunti yangu. Hili haliwezi kutenduliwa.',
	tickFirst: 'Tafadhali weka alama kwenye kisanduku, ukitaka kufuta akaunti.',
	chooseTexts: 'Tafadhali chagua kitakachotokea kwa maoni yako yaliyochapishwa.',
	hasWork:
		'Kuna habari au kazi nyingine ya chumba cha habari kwa jina lako, kwa hiyo huwezi kufuta akaunti hii mwenyewe. Mmiliki anaweza kuondoa ruhusa yako ya kuingia kwenye chumba cha habari.',
})
