import type { ContributionsMessages } from '../en/contributions'

export const contributions = (): ContributionsMessages => ({
	title: 'Os seus comentários, votos e dados',
	commentsHint: 'Cada um com o seu estado, as respostas e o motivo, se não foi publicado',
	myVotes: 'Os meus votos',
	votesHint: 'Humores, estrelas, respeito e artigos guardados, que pode retirar',
	ofBrowser: 'Sem conta, é um cookie que os liga ao seu navegador.',
	withAccount: 'Iniciar sessão para os ter em todos os seus dispositivos',
	newest: 'Mais recentes',
	older: 'Mais antigos',
	deleted: 'Apagado',
	deletedHint: 'Apagou-o; o texto já não existe.',
	storyAway: 'Um artigo que de momento não está no site',
	noVotes: 'Ainda não votou, não deu respeito nem guardou nenhum artigo.',
	mood: (mood) => `Humor: ${mood}`,
	respectFor: (name) => ['Respeito por um comentário de ', name],
	respectRemoved: 'Respeito por um comentário que foi retirado',
	takeBack: 'Retirar',
	takeBackOf: (what, story) => `Retirar: ${what}, «${story}»`,
	takenBack: 'Retirado.',
})
