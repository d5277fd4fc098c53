import type { ErrorsMessages } from '../en/errors'

const LOST = 'Talvez falte uma letra no endereço.'

export const errors = (): ErrorsMessages => ({
	notFound: () => ({
		title: 'Não há nada neste endereço',
		detail: 'O artigo pode ter mudado de sítio, ou o endereço pode ter perdido uma letra pelo caminho.',
	}),
	noStory: () => ({
		title: 'Não há nenhum artigo neste endereço',
		detail: 'Pode ter mudado de sítio, ou o endereço pode ter perdido uma letra pelo caminho.',
	}),
	noComment: () => ({
		title: 'Não há nenhum comentário neste endereço',
		detail: 'Pode ter sido retirado ou ainda esperar aprovação.',
	}),
	commentRemoved: () => ({
		title: 'Este comentário foi retirado',
		detail: 'Os outros comentários estão abaixo do artigo.',
	}),
	noPage: () => ({ title: 'Essa página não existe', detail: 'A lista é mais curta do que isso.' }),
	noSection: () => ({
		title: 'Essa secção não existe',
		detail: 'Pode ter mudado de nome ou sido encerrada.',
	}),
	noPeriod: () => ({
		title: 'O arquivo não tem essa data',
		detail: 'Começa com o nosso primeiro artigo e termina hoje.',
	}),
	noSeries: () => ({ title: 'Essa série não existe', detail: LOST }),
	noList: () => ({ title: 'Essa lista não existe', detail: LOST }),
	noTag: () => ({ title: 'Nenhum artigo tem este tema', detail: LOST }),
	noAuthor: () => ({ title: 'Ninguém escreve aqui com esse nome', detail: LOST }),
	noVersion: () => ({
		title: 'Essa versão não existe',
		detail: 'O artigo tem menos versões publicadas do que isso.',
	}),
	noReport: () => ({
		title: 'Não há denúncia neste endereço',
		detail: 'O endereço não está completo, ou a denúncia foi apagada no fim do seu prazo.',
	}),
	noReplyMails: () => ({
		title: 'Esta ligação já não é válida',
		detail:
			'Expirou, ou perdeu uma letra pelo caminho. Um novo comentário com a caixa dos e-mails marcada traz uma nova.',
	}),
	noFeed: () => ({
		title: 'Não há nenhum feed neste endereço',
		detail: 'O que ele seguia já não está no site.',
	}),
	previewEnded: () => ({
		title: 'Esta pré-visualização terminou',
		detail: 'A ligação abria durante um tempo limitado. Peça uma nova à pessoa que lha enviou.',
	}),
	previewClosed: () => ({
		title: 'Esta pré-visualização terminou',
		detail: 'A redação fechou esta ligação. Fale com a pessoa que lha enviou.',
	}),
	noPreview: () => ({
		title: 'Essa pré-visualização não existe',
		detail: `${LOST} Fale com a pessoa que lho enviou.`,
	}),
	serverError: () => ({
		title: 'Não foi possível fazer a página',
		detail: 'A falha é nossa e ficou registada. Tente de novo dentro de momentos.',
	}),
	unreadable: (wait) => ({
		title: 'De momento não é possível ler o site',
		detail: `O seu armazenamento não responde como devia. Tente de novo dentro de ${wait}.`,
	}),
	stopping: (wait) => ({
		title: 'O site está a ser reiniciado',
		detail: `Nada ficou registado. Volte atrás e tente de novo dentro de ${wait}.`,
	}),
	stoppingUnsure: (wait) => ({
		title: 'O site está a ser reiniciado',
		detail: `Volte atrás dentro de ${wait} e veja se o envio ficou registado antes de o repetir.`,
	}),
	rateLimited: () => ({
		title: 'Um pouco mais devagar, por favor',
		detail:
			'Daqui foram pedidas mais páginas do que um leitor ou uma rede precisa. Tente de novo dentro de um minuto, no máximo.',
	}),
	overloaded: () => ({
		title: 'Muitos leitores ao mesmo tempo',
		detail:
			'São pedidas mais páginas do que conseguimos fazer neste momento. Tente de novo dentro de um minuto, no máximo.',
	}),
	noPhoto: () => ({
		title: 'Essa fotografia não existe',
		detail: 'O artigo tem menos fotografias do que isso, ou esta foi retirada.',
	}),
	noQuote: () => ({
		title: 'Não há nenhum artigo para citar',
		detail: 'O endereço de um artigo deste site deve estar em «url».',
	}),
	noFormat: () => ({ title: 'Esse formato não existe', detail: 'Os formatos são json e xml.' }),
	noFacts: () => ({
		title: 'Esse ficheiro ainda não existe',
		detail: 'A redação não publicou os dados que lhe pertencem.',
	}),
	noSitemap: () => ({
		title: 'Essa parte do mapa do site não existe',
		detail: 'A lista de todas as partes está em /sitemap.xml.',
	}),
	noStories: () => ({
		title: 'Não há nenhuma lista neste endereço',
		detail: 'O que ela seguia já não está no site.',
	}),
	noNumber: () => ({
		title: 'Esse artigo não existe',
		detail: 'Nenhum artigo deste site tem este número.',
	}),
	noPicture: () => ({ title: 'Essa imagem não existe', detail: 'O artigo mudou e tem outra.' }),
	pictureLater: (wait) => ({
		title: 'A imagem ainda não está desenhada',
		detail: `Neste momento preparam-se outras imagens. Tente de novo dentro de ${wait}.`,
	}),
	tooManyFields: () => ({
		title: 'O formulário tem campos a mais',
		detail:
			'Nenhum formulário tem aqui tantos, por isso nada ficou registado. Volte atrás e envie-o de novo.',
	}),
	formTooLarge: () => ({
		title: 'O formulário é demasiado grande',
		detail: 'Nada ficou registado. Volte atrás e encurte o que escreveu.',
	}),
	withdrawn: (headline) => ['Retirado: ', headline],
	withdrawnOn: (day, reason) => `Retirámos este artigo em ${day}. ${reason}`,
	badAddress: 'Isso não é o endereço de uma página.',
	tooManyParameters: 'O endereço tem parâmetros a mais.',
	noPictureFile: 'Essa imagem não existe.',
	noPictureNow: (wait) => `De momento as imagens não estão acessíveis. Tente de novo dentro de ${wait}.`,
	noFile: 'Esse ficheiro não existe.',
	typedKept: 'Tudo o que escreveu está aqui.',
	sendAgain: 'Enviar de novo',
	goToDesk: 'Ir para a redação',
	goToFrontPage: 'Ir para a primeira página',
	latest: 'Os mais recentes',
})
