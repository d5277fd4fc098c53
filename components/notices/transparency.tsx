import type { NoticeCounts, NoticeMonth } from '@/domain/notices/transparency'
import { dateFormat } from '@/lib/date-format'
import { interfaceTag } from '@/lib/messages/languages'
import { messages } from '@/lib/messages/messages'
import { countGroups, durationWords } from './notice-counts'
import styles from './transparency.module.css'

type Props = {
	month: NoticeMonth
	/** Months with a page, newest first. */
	months: NoticeMonth[]
	counts: NoticeCounts
	language: string
}

/** The name of a month in the language of the site. */
export const monthName = ({ from }: NoticeMonth, language: string): string =>
	dateFormat(interfaceTag(language), { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(from)

/** Public counts of reports, decisions and complaints of a month. */
export function Transparency({ month, months, counts, language }: Props) {
	const words = messages().transparency
	return (
		<div className={styles.page}>
			<h1>{words.titleOf(monthName(month, language))}</h1>
			<p className={styles.lead}>{words.lead}</p>
			{countGroups(counts).map(({ title, rows }) => (
				<table key={title} className={styles.counts}>
					<caption>{title}</caption>
					<thead className={styles.head}>
						<tr>
							<th scope="col">{words.what}</th>
							<th scope="col">{words.number}</th>
						</tr>
					</thead>
					<tbody>
						{rows.map(({ key, label, value }) => (
							<tr key={key}>
								<th scope="row">{label}</th>
								<td>{value}</td>
							</tr>
						))}
					</tbody>
				</table>
			))}
			<h2>{words.time}</h2>
			<p>
				{counts.medianMs === null ? words.noMedian : `${words.median}: ${durationWords(counts.medianMs)}`}
			</p>
			<p>
				<a className={styles.link} href={`/transparency/${month.name}.csv`}>
					{words.download}
				</a>
			</p>
			{months.length > 1 && (
				<nav aria-labelledby="months">
					<h2 id="months">{words.months}</h2>
					<ul className={styles.months}>
						{months.map((each) => (
							<li key={each.name}>
								<a
									className={styles.link}
									href={`/transparency/${each.name}`}
									aria-current={each.name === month.name ? 'page' : undefined}
								>
									{monthName(each, language)}
								</a>
							</li>
						))}
					</ul>
				</nav>
			)}
		</div>
	)
}
