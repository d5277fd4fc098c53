import { messages } from '@/lib/messages/messages'
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
	const { previousPage, pageOf, nextPage } = messages().page
	return (
		<nav className="pagination" aria-label={label}>
			{page > 1 && (
				<a rel="prev" href={addressOf(page - 1)}>
					{previousPage}
				</a>
			)}
			<p>{pageOf(page, pages)}</p>
			{page < pages && (
				<a rel="next" href={addressOf(page + 1)}>
					{nextPage}
				</a>
			)}
		</nav>
	)
}
