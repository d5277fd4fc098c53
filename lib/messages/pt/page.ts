import type { PageMessages } from '../en/page'
import type { Format } from '../format'

export const page = ({ number }: Format<'pt'>): PageMessages => ({
	skip: 'Ir para o conteúdo',
	search: 'Pesquisar',
	sections: 'Secções',
	atTheFoot: 'Rodapé',
	follow: 'Seguir',
	corrections: 'Correções',
	backToTop: 'Voltar ao topo',
	elsewhere: 'Noutras redes',
	elsewhereOf: (name) => `${name} noutras redes`,
	signIn: 'Iniciar sessão',
	account: 'A sua conta',
	appearance: 'Aspeto',
	colours: 'Cores',
	textSize: 'Tamanho do texto',
	asItIs: 'Como está',
	inUse: 'atual',
	apply: 'Aplicar',
	themes: { system: 'Como o dispositivo', light: 'Claro', dark: 'Escuro' },
	sizes: { small: 'Pequeno', normal: 'Normal', large: 'Grande', larger: 'Muito grande' },
	previousPage: 'Página anterior',
	nextPage: 'Página seguinte',
	pageOf: (current, pages) => `Página ${number(current)} de ${number(pages)}`,
	titleOfPage: (title, current) => `${title}, página ${number(current)}`,
	latestFrom: (siteName) => `Os artigos mais recentes de ${siteName}.`,
	loadPicture: (kilobytes) =>
		kilobytes === null ? 'Carregar a imagem' : `Carregar a imagem (${number(kilobytes)} kB)`,
	closeAd: 'Fechar',
	weekdayBefore: (weekday) => `${weekday}, `,
})
