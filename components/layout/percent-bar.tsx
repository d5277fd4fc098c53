import './percent-bar.css'

/** A percentage as a bar; hidden from screen readers, as the number is printed beside it. */
export function PercentBar({ percent }: { percent: number }) {
	return (
		<svg className="percent-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
			<rect className="percent-bar-share" width={percent} height="4" />
		</svg>
	)
}
