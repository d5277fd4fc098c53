import '@/components/forms/forms.css'
import { UnsetChoice } from '@/components/forms/unset-choice'
import { SIZES, THEMES } from '@/lib/appearance'
import styles from './appearance.module.css'

/**
 * Form for theme and text size. Cached pages are shared by all readers, so the style sheet marks the current
 * choice, and a choice left open stays as it is.
 */
export function Appearance({ back }: { back: string }) {
	return (
		<details className={styles.appearance} id="appearance">
			<summary>Appearance</summary>
			<form className={styles.form} method="post" action="/appearance">
				<input type="hidden" name="back" value={`${back}#appearance`} />
				<Choices name="theme" legend="Colours" choices={THEMES} />{' '}
				<Choices name="size" legend="Size of type" choices={SIZES} />{' '}
				<button type="submit" className="form-quiet">
					Apply
				</button>
			</form>
		</details>
	)
}

const NAMES: Record<(typeof THEMES)[number] | (typeof SIZES)[number], string> = {
	system: 'As the device',
	light: 'Light',
	dark: 'Dark',
	small: 'Small',
	normal: 'Normal',
	large: 'Large',
	larger: 'Larger',
}

type ChoicesProps = { name: string; legend: string; choices: readonly (keyof typeof NAMES)[] }

function Choices({ name, legend, choices }: ChoicesProps) {
	return (
		<fieldset className={styles.choices}>
			<legend>{legend}</legend>
			<UnsetChoice name={name} label="As it is" />
			{choices.map((choice) => (
				<label key={choice} data-choice={choice}>
					<input type="radio" name={name} value={choice} /> {NAMES[choice]}
				</label>
			))}
		</fieldset>
	)
}
