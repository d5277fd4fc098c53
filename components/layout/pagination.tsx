import './pagination.css'

type Props = {
	page: number
	pages: number
	/** Accessible name of the navigation. */
	label: string
	addressOf: (page: number) => string
}

export function Pagination({ page, pages, label, addressOf }: Props) {
	if (pages < 2) return null
	return (
		<nav className="pagination" aria-label={label}>
			{page > 1 && (
				<a rel="prev" href={addressOf(page - 1)}>
					Previous page
				</a>
			)}
			<p>
				Page {page} of {pages}
			</p>
			{page < pages && (
				<a rel="next" href={addressOf(page + 1)}>
					Next page
				</a>
			)}
		</nav>
	)
}
