import type { ReactNode } from 'react'
import { ListLinks } from '@/components/layout/list-links'
import { Pagination } from '@/components/layout/pagination'
import { messages } from '@/lib/messages/messages'
import styles from './lists.module.css'

/** A name with its page and a few words about it. */
export type Named = { href: string; name: string; about?: ReactNode }

type Props = {
	title: string
	/** Address of the first page. */
	address: string
	lead: string
	empty: string
	names: Named[]
	page?: number
	pages?: number
	/** One name a row, with a text; otherwise as many as fit. */
	wide?: boolean
}

/** A list of the site by name: subjects, authors, series. */
export function NameList({ title, address, lead, empty, names, page = 1, pages = 1, wide }: Props) {
	return (
		<div className={styles.page}>
			<h1>{title}</h1>
			<p className={styles.lead}>{names.length > 0 ? lead : empty}</p>
			<ListLinks current={address} />
			<ul className={wide ? styles.wide : styles.names}>
				{names.map(({ href, name, about }) => (
					<li key={href}>
						<a href={href} dir="auto">
							{name}
						</a>{' '}
						{about && <span className={styles.about}>{about}</span>}
					</li>
				))}
			</ul>
			<Pagination
				page={page}
				pages={pages}
				label={messages().lists.pagesOf(title)}
				addressOf={(number) => (number === 1 ? address : `${address}?page=${number}`)}
			/>
		</div>
	)
}
