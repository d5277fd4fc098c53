import styles from './forms.module.css'

/** An empty place where a script says that what was just done has failed. */
export function Failure() {
	return <p className={styles.failure} data-part="failure" hidden />
}
