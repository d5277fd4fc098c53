import './forms.css'

/**
 * A disabled first radio button: text browsers check the first one when none is checked, and this one changes
 * nothing. Hidden by the style sheet.
 */
export function UnsetChoice({ name, label }: { name: string; label: string }) {
	return (
		<>
			<label className="form-unset">
				<input type="radio" name={name} value="" disabled /> {label}
			</label>{' '}
		</>
	)
}
