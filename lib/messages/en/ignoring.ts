import type { Format } from '../format'

/** Words about people whose comments a reader does not want to read. */
export const ignoring = ({ plural }: Format<'en'>) => ({
	title: 'People whom you ignore',
	hint: 'Their comments are collapsed for you alone',
	ignore: (name: string) => `Ignore ${name}`,
	ignoreTitle: 'You would rather not read this person?',
	ignoreHint:
		'Comments of this person, under any name that this account or browser gives, become one line with “Show”, for you alone. The person is not told.',
	by: <T>(name: T) => ['A comment by ', name, ', whom you ignore'],
	since: <T>(day: T) => ['since ', day],
	unnamed: 'Somebody whose comments are no longer public',
	stop: 'Stop ignoring',
	stopOf: (name: string) => `Stop ignoring ${name}`,
	none: 'You ignore nobody. The link “Report or ignore” is below each comment.',
	stopped: 'Their comments are shown to you again.',
	own: 'This is a comment of yours.',
	tooMany: (max: number) =>
		plural(max, {
			one: 'You ignore # person, which is the limit. Stop ignoring one first.',
			other: 'You ignore # people, which is the limit. Stop ignoring one first.',
		}),
})
export type IgnoringMessages = ReturnType<typeof ignoring>
