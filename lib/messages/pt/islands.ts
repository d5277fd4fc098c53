import type { Format } from '../format'

const RELOAD = 'Recarregue a página para ver se o envio ficou registado.'

export const lookAgain = 'Verifique este ponto, por favor'
export const notPostedYet = 'O seu comentário ainda não foi publicado'
export const posting = 'A enviar…'
export const posted = 'O seu comentário foi publicado.'
export const held = 'O seu comentário foi enviado e aguarda aprovação.'
export const showNew = ({ plural }: Format<'pt'>, count: number) =>
	plural(count, {
		one: 'Mostrar # novo comentário',
		many: 'Mostrar # de novos comentários',
		other: 'Mostrar # novos comentários',
	})
export const countOf = ({ number }: Format<'pt'>, count: number, max: number) =>
	`${number(count)} de ${number(max)}`
export const tooMany = ({ number }: Format<'pt'>, count: number) => `${number(count)} a mais`
export const charactersTooMany = ({ plural }: Format<'pt'>, count: number) =>
	plural(count, {
		one: '# carácter a mais',
		many: '# de caracteres a mais',
		other: '# caracteres a mais',
	})
export const charactersLeft = ({ plural }: Format<'pt'>, count: number) =>
	plural(count, {
		one: 'Resta # carácter',
		many: 'Restam # de caracteres',
		other: 'Restam # caracteres',
	})
export const unreachable = `Não foi possível contactar o site. ${RELOAD}`
export const timedOut = `O site não respondeu a tempo. ${RELOAD}`
export const serverError = `Algo correu mal do nosso lado. ${RELOAD}`
export const moodCast = (_: Format<'pt'>, mood: string, votes: string) => `${mood}, ${votes}, o que sente`
export const moodWithdrawn = (_: Format<'pt'>, mood: string, votes: string) =>
	`${mood}, ${votes}, o seu voto foi retirado`
export const notRated = 'Ninguém avaliou este artigo.'
export const ratingWithdrawn = (_: Format<'pt'>, all: string) => `A sua avaliação foi retirada. ${all}`
export const share = 'Partilhar…'
export const copyLink = 'Copiar a ligação'
export const copied = 'Copiada'
export const linkCopied = 'A ligação foi copiada.'
export const linkSelected = 'A ligação está selecionada, pronta para ser copiada.'
export const switchOn = 'Ativar'
export const switchOff = 'Desativar'
export const keptSince = (_: Format<'pt'>, time: string) => `Guardado desde ${time}`
export const removeKept = 'Retirar'
export const removeCopyOf = (_: Format<'pt'>, title: string) => `Retirar a cópia de «${title}»`
export const copyRemoved = 'A cópia foi retirada.'
export const copiesRemoved = 'Todas as cópias foram retiradas.'
export const noCopies = 'Nenhum artigo está guardado neste dispositivo.'
