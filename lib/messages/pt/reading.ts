import type { ReadingMessages } from '../en/reading'
import type { Format } from '../format'

export const reading = ({ plural }: Format<'pt'>): ReadingMessages => ({
	olderThan: (years) =>
		plural(years, {
			one: 'Este artigo tem mais de um ano',
			many: 'Este artigo tem mais de # de anos',
			other: 'Este artigo tem mais de # anos',
		}),
	yearsOld: (years) =>
		plural(years, {
			one: 'Mais de um ano',
			many: 'Mais de # de anos',
			other: 'Mais de # anos',
		}),
	shareElsewhere: 'Partilhar noutros sítios',
	photographs: 'Fotografias deste artigo',
	backToStory: 'Voltar ao artigo',
	previous: 'Anterior',
	next: 'Seguinte',
	onlyYou: 'Só a própria pessoa vê esta lista.',
	onlyThisBrowser: 'Só a própria pessoa vê esta lista, guardada por um cookie deste navegador.',
	onAllDevices: 'Inicie sessão para a ter em todos os seus dispositivos',
	nothingSaved: 'Ainda não há nada guardado. «Guardar para depois» está acima de cada artigo.',
	savedOn: (at) => ['Guardado em ', at],
	withdrawn: 'Este artigo foi entretanto retirado.',
	correctedOn: (at) => ['Corrigido em ', at, ', depois de o ter guardado.'],
	remove: 'Retirar',
	removeStory: (headline) => `Retirar «${headline}»`,
	places: 'Onde parou',
	placesHint:
		'Este navegador guarda o ponto em que parou nos últimos artigos que deixou a meio, e liga-o acima deles. Fica apenas neste dispositivo.',
	savedCopy: 'Cópia guardada em #. Votar e comentar precisam de ligação.',
	offline: 'Está sem ligação',
	keptHere: 'Artigos guardados neste dispositivo:',
	copies: 'Guardados neste dispositivo',
	copiesHint:
		'Estes artigos podem ser lidos sem ligação. Um artigo retirado é guardado de novo quando o abrir. Ao terminar a sessão, todos são retirados.',
	removeCopies: 'Retirar todas as cópias',
})
