import type { Metadata } from 'next'
import { deskViewer } from '@/app/desk/desk-viewer'
import { paramsIn, type Search } from '@/app/desk/notices'
import { idIn, listPath } from '@/app/desk/params'
import { Empty, PageHead } from '@/components/desk/desk-frame'
import { ListPages } from '@/components/desk/list-pages'
import styles from '@/components/desk/log/log.module.css'
import { LogFilter } from '@/components/desk/log/log-filter'
import { LogList } from '@/components/desk/log/log-list'
import { listLog, listLogPeople } from '@/domain/audit-log'
import { SUBJECT_KINDS } from '@/domain/audit-sentences'
import { filterIn, lineOf, logWords } from './log-lines'

export const metadata: Metadata = { title: 'Log' }

export default async function LogPage({ searchParams }: { searchParams: Search }) {
	const deskUser = await deskViewer('/desk/log', 'read the log')
	const { past: cursor, person, kind, story, from, to } = await paramsIn(searchParams)
	const params = { person, kind, story, from, to }
	const past = idIn(cursor)
	const words = await logWords(deskUser)
	const log = await listLog(deskUser, { ...filterIn(params, words.timeZone), past })
	return (
		<>
			<PageHead title="Log">
				<span className={styles.exports}>
					<a href={listPath('/desk/log/export', { ...params, format: 'csv' })}>Export as CSV</a>
					<a href={listPath('/desk/log/export', { ...params, format: 'json' })}>Export as JSON</a>
				</span>
			</PageHead>
			<p className={styles.soft}>
				Who did what, newest first. Entries are never changed or deleted: the database refuses both.
			</p>
			<LogFilter
				params={params}
				people={await listLogPeople(deskUser)}
				kinds={Object.entries(SUBJECT_KINDS).map(([id, name]) => ({ id, name }))}
			/>
			{log.events.length > 0 ? (
				<LogList lines={log.events.map((event) => lineOf(event, words))} />
			) : (
				<Empty title="No entry matches.">
					<p>
						Try fewer conditions, or <a href="/desk/log">show all entries</a>.
					</p>
				</Empty>
			)}
			<ListPages
				label="Pages of the log"
				first={past === null ? null : { href: listPath('/desk/log', params), label: 'Newest entries' }}
				next={
					log.past === null
						? null
						: { href: listPath('/desk/log', { ...params, past: log.past }), label: 'Older entries' }
				}
			/>
		</>
	)
}
