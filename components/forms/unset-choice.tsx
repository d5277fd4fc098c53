import styles from './forms.module.css'

/**
 * First of a group of radio buttons: text browsers check the first one when none is checked, and this one
 * changes nothing. The style sheet leaves it out.
 */
export function UnsetChoice({ name, label }: { name: string; label: string }) {
	return (
		<>
			<label className={styles.unset}>
				<input type="radio" name={name} value="" disabled /> {label}
			</label>{' '}
		</>
	)
}
