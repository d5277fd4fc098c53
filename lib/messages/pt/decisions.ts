import type { DecisionsMessages } from '../en/decisions'
import type { Format } from '../format'

export const decisions = ({ plural }: Format<'pt'>): DecisionsMessages => ({
	title: 'Uma decisão sobre o seu comentário',
	onStory: (story, day) => ['Em ', story, ', ', day],
	decision: 'Decisão',
	outcomes: {
		kept: 'O comentário fica no site.',
		removed: 'O comentário foi retirado.',
	},
	ground: 'Fundamento',
	byRule: (rule) => `As regras dos comentários deste site: ${rule}`,
	byLaw: (law) => `A lei: ${law}`,
	rules: {
		abuse: 'Nada de insultos, ameaças ou assédio.',
		hatred: 'Nada de ódio contra grupos de pessoas.',
		privacy: 'Nada de dados privados de outras pessoas.',
		spam: 'Nada de spam nem de publicidade.',
		offTopic: 'Nada que não tenha relação com o artigo.',
		falsehood: 'Nada de afirmações falsas sobre factos.',
		other: 'Nada que prejudique a conversa de outra forma.',
	},
	scope: 'Alcance',
	scopeText: 'Ninguém pode ver o comentário neste site, em nenhum país e por tempo ilimitado.',
	facts: 'Factos',
	origin: 'Origem',
	onReport: 'A decisão segue-se a uma denúncia.',
	onOwnInitiative: 'A redação analisou o comentário por iniciativa própria.',
	machines: 'Máquinas',
	noMachine: 'Decidiu uma pessoa, sem máquina.',
	heldBefore:
		'Decidiu uma pessoa. Antes disso, uma regra automática ou o número de denúncias pôs o comentário à espera.',
	decidedOn: 'Decidido',
	redress: 'Se não concorda',
	redressText: 'Escreva à redação. Também pode recorrer a um tribunal.',
	rulesTitle: 'As regras dos comentários',
	holdRule: (reports) =>
		plural(reports, {
			one: '# denúncia oculta um comentário até que uma pessoa da redação decida, salvo se uma pessoa já decidiu que ele fica.',
			many: 'Denúncias de # de redes diferentes ocultam um comentário até que uma pessoa da redação decida, salvo se uma pessoa já decidiu que ele fica.',
			other:
				'Denúncias de # redes diferentes ocultam um comentário até que uma pessoa da redação decida, salvo se uma pessoa já decidiu que ele fica.',
		}),
	noHoldRule: 'As denúncias por si só não ocultam nenhum comentário: decide uma pessoa da redação.',
	why: 'Porquê?',
	whyOf: (headline) => `Porque foi retirado o comentário em «${headline}»`,
	authorSubject: (siteName) => `O seu comentário em ${siteName}`,
	authorMail: (headline) => `A redação decidiu sobre o seu comentário em «${headline}».`,
	reporterSubject: (report, siteName) => `A decisão sobre a sua denúncia ${report} a ${siteName}`,
	reporterMail: 'A redação decidiu sobre o comentário que denunciou.',
	receiptHasIt: 'A página do seu recibo também tem a decisão:',
	readDecision: 'Pode voltar a ler a decisão neste endereço:',
	readAndComplain: 'Pode voltar a lê-la neste endereço, e reclamar ali:',
})
