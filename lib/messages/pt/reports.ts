import type { ReportsMessages } from '../en/reports'
import type { Format } from '../format'

export const reports = ({ number, plural }: Format<'pt'>): ReportsMessages => ({
	report: 'Denunciar ou ignorar',
	reportWhose: (name) => [' o comentário de ', name],
	title: 'Denunciar um comentário',
	comment: 'O comentário',
	by: (name, story) => ['De ', name, ', em ', story],
	reason: 'O que há de errado?',
	reasons: {
		illegal: 'É ilegal',
		abuse: 'Insulta, ameaça ou assedia pessoas',
		spam: 'É spam ou publicidade',
		other: 'Outra coisa',
	},
	explanation: 'Explicação',
	explanationHint: (max) =>
		`Até ${number(max)} caracteres. Necessária para conteúdo ilegal: porque é ilegal e segundo que lei, se souber. Necessária também para «outra coisa».`,
	goodFaith: 'Acredito de boa-fé que o que aqui escrevo é exato e completo.',
	goodFaithHint: 'Necessário para conteúdo ilegal (artigo 16 do Regulamento dos Serviços Digitais da UE).',
	identity:
		'Uma denúncia pode ser enviada sem nome. A notificação de conteúdo ilegal deve ter nome e endereço de e-mail, exceto sobre crimes sexuais contra crianças. O autor do comentário não recebe nenhum dos dois.',
	name: 'O seu nome (opcional)',
	email: 'O seu e-mail (opcional)',
	emailHint: 'O recibo e a decisão são enviados para lá, se este site enviar mensagens.',
	send: 'Enviar a denúncia',
	receipt: (report) => `Denúncia ${number(report)}`,
	received: 'A sua denúncia chegou à redação.',
	keepAddress:
		'O endereço desta página é o seu recibo. Guarde-o: a decisão e as suas razões também estarão aqui.',
	decided: 'A redação decidiu; as razões estão abaixo.',
	sentOn: 'Enviada',
	reported: 'Comentário denunciado',
	seeComment: 'Ver o comentário',
	noLongerShown: 'Não está visível neste momento.',
	state: 'Decisão',
	open: 'Uma pessoa da redação ainda não decidiu.',
	receiptSubject: (report, siteName) => `A sua denúncia ${number(report)} a ${siteName}`,
	mailReceived: (report) =>
		`A sua denúncia de um comentário chegou; o seu número é ${number(report)}. Uma pessoa da redação decide sobre ela.`,
	mailAddress: 'Pode ler o estado, e mais tarde a decisão, neste endereço. Guarde-o só para si:',
	chooseReason: 'Escolha o que há de errado no comentário.',
	explain: 'Explique o que há de errado no comentário.',
	explanationTooLong: (length, max) =>
		`A sua explicação tem ${number(length)} caracteres; reduza-a a ${number(max)}.`,
	confirmGoodFaith: 'Confirme que o que escreve é exato e completo; é necessário para conteúdo ilegal.',
	commentGone: 'Este comentário já não está no site.',
	kept: (days) =>
		plural(days, {
			one: 'Só a redação lê uma denúncia. O seu nome, o seu endereço e o seu texto são apagados # dia depois da decisão.',
			many: 'Só a redação lê uma denúncia. O seu nome, o seu endereço e o seu texto são apagados # de dias depois da decisão.',
			other:
				'Só a redação lê uma denúncia. O seu nome, o seu endereço e o seu texto são apagados # dias depois da decisão.',
		}),
})
