import type { ModerationMessages } from '../en/moderation'
import type { Format } from '../format'

export const moderation = ({ number }: Format<'sw'>): ModerationMessages => ({
	banned: (words) => ['Huwezi kutoa maoni hapa. Sababu: ', words],
	bannedUntil: (day, words) => ['Huwezi kutoa maoni hapa hadi mwisho wa ', day, '. Sababu: ', words],
	muted: (words) => ['Maoni yako husubiri msimamizi. Sababu: ', words],
	mutedUntil: (day, words) => ['Maoni yako husubiri msimamizi hadi mwisho wa ', day, '. Sababu: ', words],
	heldAddress: 'Maoni yenye anwani hii ya barua pepe husubiri msimamizi.',
	heldRepeat: (hours) => `Yanarudia maneno ya maoni uliyotuma katika saa ${number(hours)} zilizopita.`,
	heldLinks: (count, max) =>
		`Yana viungo ${number(count)}; maoni yenye zaidi ya ${number(max)} husubiri msimamizi.`,
	heldSite: (site) => ['Yanataja tovuti ', site, '; maoni kama hayo husubiri msimamizi.'],
	refusedSite: (site) => ['Maoni yanayotaja tovuti ', site, ' hayapokelewi hapa.'],
	heldWord: (word) => ['Yana neno “', word, '”; maoni yenye neno hilo husubiri msimamizi.'],
	refusedWord: (word) => ['Maoni yenye neno “', word, '” hayapokelewi hapa.'],
	heldName: (word) => ['Jina lina neno “', word, '”; maoni kama hayo husubiri msimamizi.'],
	refusedName: (word) => ['Majina yenye neno “', word, '” hayapokelewi hapa.'],
	heldSpeed: (count, minutes, max) =>
		`Ni maoni yako namba ${number(count)} ndani ya dakika ${number(minutes)}; baada ya ${number(max)} husubiri msimamizi.`,
	heldFlood: (minutes, max) =>
		`Maoni zaidi ya ${number(max)} yamefika ndani ya dakika ${number(minutes)}. Kwa sasa maoni ya wasomaji ambao hawajawahi kuidhinishiwa maoni husubiri msimamizi.`,
	heldHoneypot: 'Yalifika jinsi programu zinavyotuma maoni. Kama wewe ni mtu, msimamizi ataona hivyo.',
	heldUnconfirmed:
		'Yataonekana utakapofungua kiungo tunachokutumia, kinachothibitisha anwani yako ya barua pepe. Kama hakifiki, tuma maoni tena.',
	heldUnconfirmedAccount:
		'Yataonekana anwani yako ya barua pepe itakapothibitishwa. Ukurasa wa akaunti yako hukutumia kiungo.',
	heldUnconfirmable: 'Anwani za barua pepe haziwezi kuthibitishwa hapa, kwa hiyo yanasubiri msimamizi.',
	heldPremoderated: 'Kila maoni kwenye habari hii husubiri msimamizi.',
	heldTrust: (approved, needed) =>
		`Maoni husubiri msimamizi hadi ${number(needed)} ya mtu huyo yaidhinishwe; yako hadi sasa ni ${number(approved)}.`,
	unchecked: 'Ukaguzi wa kiotomatiki haukujibu; wakati huo maoni husubiri msimamizi.',
	heldByCheck: 'Ukaguzi wa kiotomatiki umeyazuia hadi msimamizi ayaone.',
	heldByCheckBecause: (words) => ['Ukaguzi wa kiotomatiki umeyazuia hadi msimamizi ayaone. Sababu: ', words],
	refusedByCheck: 'Ukaguzi wa kiotomatiki hauyapokei maoni haya.',
	refusedByCheckBecause: (words) => ['Ukaguzi wa kiotomatiki hauyapokei maoni haya. Sababu: ', words],
})
