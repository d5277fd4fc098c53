import type { ModerationMessages } from '../en/moderation'
import type { Format } from '../format'

export const moderation = ({ number, plural }: Format<'pt'>): ModerationMessages => ({
	banned: (words) => ['Não pode comentar aqui. O motivo: ', words],
	bannedUntil: (day, words) => ['Não pode comentar aqui até ao fim de ', day, '. O motivo: ', words],
	muted: (words) => ['Os seus comentários esperam pela moderação. O motivo: ', words],
	mutedUntil: (day, words) => [
		'Os seus comentários esperam pela moderação até ao fim de ',
		day,
		'. O motivo: ',
		words,
	],
	heldAddress: 'Comentários com este endereço de e-mail esperam pela moderação.',
	heldRepeat: (hours) => `Repete o texto de um comentário que enviou nas últimas ${number(hours)} horas.`,
	heldLinks: (count, max) =>
		`${plural(count, { one: 'Tem # ligação', many: 'Tem # de ligações', other: 'Tem # ligações' })}; com mais de ${number(max)}, um comentário espera pela moderação.`,
	heldSite: (site) => ['Refere o sítio ', site, '; esses comentários esperam pela moderação.'],
	refusedSite: (site) => ['Comentários que referem o sítio ', site, ' não são aceites aqui.'],
	heldWord: (word) => ['Tem a palavra “', word, '”; esses comentários esperam pela moderação.'],
	refusedWord: (word) => ['Comentários com a palavra “', word, '” não são aceites aqui.'],
	heldName: (word) => ['O nome tem a palavra “', word, '”; esses comentários esperam pela moderação.'],
	refusedName: (word) => ['Nomes com a palavra “', word, '” não são aceites aqui.'],
	heldSpeed: (count, minutes, max) =>
		`É o seu comentário número ${number(count)} em ${number(minutes)} minutos; depois de ${number(max)}, esperam pela moderação.`,
	heldFlood: (minutes, max) =>
		`Chegaram mais de ${number(max)} comentários em ${number(minutes)} minutos. Entretanto, os de leitores sem nenhum comentário aprovado esperam pela moderação.`,
	heldHoneypot: 'Chegou como os programas enviam comentários. Se é uma pessoa, a moderação vai vê-lo.',
	heldUnconfirmed:
		'Aparece quando abrir a ligação que lhe enviamos, que confirma o seu endereço de e-mail. Se não chegar, envie de novo o comentário.',
	heldUnconfirmedAccount:
		'Aparece quando o seu endereço de e-mail estiver confirmado. A página da sua conta envia-lhe a ligação.',
	heldUnconfirmable: 'Aqui não é possível confirmar endereços de e-mail, por isso espera pela moderação.',
	heldPremoderated: 'Cada comentário a este artigo espera pela moderação.',
	heldTrust: (approved, needed) =>
		`Os comentários esperam pela moderação até haver ${plural(needed, { one: '# aprovado', many: '# de aprovados', other: '# aprovados' })} da mesma pessoa; até agora tem ${number(approved)}.`,
	unchecked: 'Uma verificação automática não respondeu; entretanto os comentários esperam pela moderação.',
	heldByCheck: 'Uma verificação automática retém-no para a moderação.',
	heldByCheckBecause: (words) => ['Uma verificação automática retém-no para a moderação. O motivo: ', words],
	refusedByCheck: 'Uma verificação automática não aceita este comentário.',
	refusedByCheckBecause: (words) => [
		'Uma verificação automática não aceita este comentário. O motivo: ',
		words,
	],
})
