import { messages } from '@/lib/messages/messages'
import '@/components/forms/forms.css'
import { UnsetChoice } from '@/components/forms/unset-choice'
import { SIZES, THEMES } from '@/lib/appearance'
import styles from './appearance.module.css'

/**
 * Form for theme and text size. Cached pages are shared by all readers, so the style sheet marks the current
 * choice, and a choice left open stays as it is.
 */
export function Appearance({ back }: { back: string }) {
	const words = messages().page
	return (
		<details className={styles.appearance} id="appearance">
			<summary>{words.appearance}</summary>
			<form className={styles.form} method="post" action="/appearance">
				<input type="hidden" name="back" value={`${back}#appearance`} />
				<Choices name="theme" legend={words.colours} choices={THEMES} names={words.themes} />{' '}
				<Choices name="size" legend={words.textSize} choices={SIZES} names={words.sizes} />{' '}
				<button type="submit" className="form-quiet">
					{words.apply}
				</button>
			</form>
		</details>
	)
}

type ChoicesProps<Choice extends string> = {
	name: string
	legend: string
	choices: readonly Choice[]
	names: Record<Choice, string>
}

function Choices<Choice extends string>({ name, legend, choices, names }: ChoicesProps<Choice>) {
	return (
		<fieldset className={styles.choices}>
			<legend>{legend}</legend> <UnsetChoice name={name} label={messages().page.asItIs} />
			{choices.map((choice) => [
				' ',
				<label key={choice} data-choice={choice} data-in-use={messages().page.inUse}>
					<input type="radio" name={name} value={choice} /> {names[choice]}
				</label>,
			])}
		</fieldset>
	)
}
