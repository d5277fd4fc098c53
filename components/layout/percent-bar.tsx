import styles from './percent-bar.module.css'

/** A share as a bar. The number stands beside it in words, so the bar itself is silent. */
export function PercentBar({ percent }: { percent: number }) {
	return (
		<svg className={styles.bar} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
			<rect className={styles.share} width={percent} height="4" />
		</svg>
	)
}
