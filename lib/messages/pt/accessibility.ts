import type { AccessibilityMessages } from '../en/accessibility'
import type { Format } from '../format'

export const accessibility = ({ number, plural }: Format<'pt'>): AccessibilityMessages => ({
	title: 'Acessibilidade',
	description: (siteName) =>
		`O que funciona em ${siteName} com tecnologias de apoio, o que ainda não funciona e como nos avisar.`,
	lead: (siteName) => [
		siteName,
		' é para toda a gente. Esta página diz o que funciona, o que ainda não funciona e como nos comunicar uma barreira.',
	],
	reviewed: (day) => ['Última revisão pela redação: ', day, '.'],
	notReviewed: 'A redação ainda não reviu esta página; ela descreve o programa.',
	standard: 'A norma',
	standardText: (standard) => [
		'As páginas seguem ',
		standard,
		' no nível AA. Cada versão do programa é verificada automaticamente: todos os tipos de página com axe, nos temas claro e escuro e em três larguras, e as tarefas principais só com o teclado e sem JavaScript. Uma máquina encontra apenas parte das barreiras, e ninguém de fora examinou este site.',
	],
	ways: 'O que ajuda',
	waysList: [
		'Tudo funciona sem JavaScript: ler, votar, classificar, comentar e pesquisar.',
		'Tudo pode ser feito com o teclado. Com JavaScript, a tecla / leva à pesquisa.',
		'O tema e o tamanho do texto escolhem-se no fim de cada página. As páginas seguem as preferências do seu dispositivo quanto a contraste e menos movimento.',
		'As fotografias dos artigos têm uma descrição; sem ela, um artigo não pode ser publicado.',
	],
	limits: 'Limites conhecidos',
	limitsList: [
		'Os comentários são escritos pelos leitores. A sua língua não está assinalada, por isso um leitor de ecrã pode lê-los com a voz de outra língua.',
		'Os artigos remetem para outros sites, vídeos e documentos, cuja acessibilidade não conhecemos.',
		'Os artigos não têm versões em linguagem simples nem em língua gestual.',
	],
	form: 'Comunique-nos uma barreira',
	received: 'Obrigado. A sua mensagem chegou à redação.',
	text: 'O que não funcionou?',
	textHint: (max) =>
		`Até ${number(max)} caracteres. O seu dispositivo ou programa pode ajudar-nos a encontrar a causa.`,
	page: 'Em que página? (opcional)',
	pageHint: 'O endereço ou o título',
	email: 'E-mail, se quiser uma resposta (opcional)',
	send: 'Enviar',
	kept: (days) =>
		plural(days, {
			one: 'A redação lê a sua mensagem. É apagada # dia depois de ser tratada.',
			many: 'A redação lê a sua mensagem. É apagada # de dias depois de ser tratada.',
			other: 'A redação lê a sua mensagem. É apagada # dias depois de ser tratada.',
		}),
	otherWays: 'Outras formas de nos contactar',
})
