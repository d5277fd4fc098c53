import type { PublicNameMessages } from '../en/public-name'
import type { Format } from '../format'

export const publicName = ({ number, plural }: Format<'pt'>): PublicNameMessages => ({
	title: 'Nome público',
	hint: 'Aparece por cima dos seus comentários, também dos anteriores.',
	limit: (max, days) =>
		plural(max, {
			one: `Pode mudá-lo # vez em ${number(days)} dias. Os moderadores veem os seus nomes anteriores.`,
			many: `Pode mudá-lo # de vezes em ${number(days)} dias. Os moderadores veem os seus nomes anteriores.`,
			other: `Pode mudá-lo # vezes em ${number(days)} dias. Os moderadores veem os seus nomes anteriores.`,
		}),
	label: 'Nome público',
	change: 'Mudar o nome',
	tooOften: (max, days) =>
		plural(max, {
			one: `Mudou de nome # vez em ${number(days)} dias, que é o limite.`,
			many: `Mudou de nome # de vezes em ${number(days)} dias, que é o limite.`,
			other: `Mudou de nome # vezes em ${number(days)} dias, que é o limite.`,
		}),
	choose: 'Escolha o seu nome público',
	chooseHint: (provider) =>
		`Isto cria aqui uma conta de leitura, em que entra com ${provider}. O nome aparece por cima dos seus comentários; não tem de ser o desse serviço.`,
	make: 'Criar a minha conta',
	startAgain: 'Recomeçar',
})
