/** A five-pointed star of 24 units; the style sheet sets its fill. */
export function Star({ className }: { className?: string }) {
	return (
		<svg className={className} viewBox="0 0 24 24" aria-hidden="true">
			<path d="M12 2.6l2.85 6.1 6.65.8-4.9 4.6 1.3 6.6L12 17.4l-5.9 3.3 1.3-6.6-4.9-4.6 6.65-.8z" />
		</svg>
	)
}
