import type { Format } from '../format'

/** Words of the name that stands above a reader's comments. */
export const publicName = ({ number, plural }: Format<'en'>) => ({
	title: 'Public name',
	hint: 'It stands above your comments, also above past ones.',
	limit: (max: number, days: number) =>
		plural(max, {
			one: `You can change it # time in ${number(days)} days. Moderators see your former names.`,
			other: `You can change it # times in ${number(days)} days. Moderators see your former names.`,
		}),
	label: 'Public name',
	change: 'Change the name',
	tooOften: (max: number, days: number) =>
		plural(max, {
			one: `You have changed your name # time in ${number(days)} days, which is the limit.`,
			other: `You have changed your name # times in ${number(days)} days, which is the limit.`,
		}),
	choose: 'Choose your public name',
	chooseHint: (provider: string) =>
		`This makes a reader’s account here, which ${provider} signs you in to. The name stands above your comments; it need not be the one there.`,
	make: 'Make my account',
	startAgain: 'Start again',
})
export type PublicNameMessages = ReturnType<typeof publicName>
