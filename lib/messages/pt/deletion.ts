import type { DeletionMessages } from '../en/deletion'
import type { Format } from '../format'

export const deletion = ({ plural }: Format<'pt'>): DeletionMessages => ({
	title: 'Apagar a minha conta',
	hint: 'O que desaparece, o que fica e uma última pergunta',
	deletedAccount: 'Conta apagada',
	download: 'Descarregar primeiro os meus dados',
	goes: 'O que desaparece, logo e de vez',
	goesAccount:
		'O seu nome, o seu endereço de e-mail e as suas formas de iniciar sessão: palavra-passe, chaves de acesso, aplicação de autenticação, códigos de recuperação e serviços ligados',
	goesSessions: 'Todas as suas sessões, neste navegador e noutros',
	goesVotes: (count) =>
		plural(count, {
			one: '# voto seu: humores, estrelas e respeito. As contagens descem com ele.',
			many: '# de votos seus: humores, estrelas e respeito. As contagens descem com eles.',
			other: '# votos seus: humores, estrelas e respeito. As contagens descem com eles.',
		}),
	goesLists:
		'A sua lista de leitura, as pessoas que ignora, os e-mails sobre respostas, os rascunhos, os textos anteriores dos seus comentários e as reclamações',
	goesUnpublished: (count) =>
		plural(count, {
			one: '# comentário que espera ou não foi publicado',
			many: '# de comentários que esperam ou não foram publicados',
			other: '# comentários que esperam ou não foram publicados',
		}),
	goesAddress:
		'O seu endereço de e-mail em denúncias e mensagens que enviou, em comentários que escreveu sem a conta e em exclusões',
	stays: 'O que fica',
	staysComments: (count, name) =>
		plural(count, {
			one: `# comentário publicado, com o nome «${name}», a não ser que escolha abaixo que desapareça`,
			many: `# de comentários publicados, com o nome «${name}», a não ser que escolha abaixo que desapareçam`,
			other: `# comentários publicados, com o nome «${name}», a não ser que escolha abaixo que desapareçam`,
		}),
	staysReplies: 'As respostas de outras pessoas e o que elas citaram',
	staysGuest: 'Comentários que escreveu sem a conta noutro navegador, com o nome que lá indicou',
	staysDecisions: 'Decisões sobre os seus comentários, sem o seu nome, para as contagens públicas',
	staysLog:
		'No registo da redação: que uma conta foi criada, usou as suas formas de iniciar sessão e foi apagada, com um número aleatório que não leva a ninguém',
	staysBackups:
		'Cópias de segurança feitas antes, até serem substituídas: ao fim de sete dias com o calendário que o programa recomenda. A redação pode guardá-las mais tempo; pergunte-lhe.',
	texts: 'Os seus comentários publicados',
	keepTexts: (name) => `Os textos ficam, com o nome «${name}»`,
	deleteTexts: 'Os textos também desaparecem. Onde há respostas fica uma linha.',
	sure: 'Sim, apagar a minha conta. Não se pode desfazer.',
	tickFirst: 'Marque a caixa, se quer apagar a conta.',
	chooseTexts: 'Escolha o que acontece aos seus comentários publicados.',
	hasWork:
		'Há artigos ou outro trabalho da redação com o seu nome, por isso não pode apagar esta conta. Um proprietário pode retirar-lhe o acesso à redação.',
})
