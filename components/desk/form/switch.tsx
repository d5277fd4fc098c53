import { Checkbox } from './fields'

/** A checkbox with a hidden field, so that the server can tell an empty box from an absent one. */
export function Switch({ name, label, on }: { name: string; label: string; on: boolean }) {
	return (
		<>
			<input type="hidden" name={name} value="no" />
			<Checkbox name={name} value="yes" label={label} checked={on} />
		</>
	)
}
