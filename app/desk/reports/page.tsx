import type { Metadata } from 'next'
import { deskViewer } from '@/app/desk/desk-viewer'
import { paramsIn, type Search } from '@/app/desk/notices'
import { idIn, listPath } from '@/app/desk/params'
import { Empty, PageHead } from '@/components/desk/desk-frame'
import { deskTime } from '@/components/desk/desk-time'
import { FilterForm, FilterWords } from '@/components/desk/form/filter-form'
import { ListPages } from '@/components/desk/list-pages'
import { ComplaintLinks } from '@/components/desk/reports/complaint-links'
import { ReportGroups } from '@/components/desk/reports/report-groups'
import { Tabs } from '@/components/desk/tabs'
import { listComplaints } from '@/domain/notices/complaints'
import { listReports } from '@/domain/notices/desk-reports'
import type { StaffViewer } from '@/domain/permissions'
import { siteSettings } from '@/domain/settings'
import { cutText } from '@/lib/cut-text'

export const metadata: Metadata = { title: 'Reports' }

const ADDRESS = '/desk/reports'
/** Search terms are cut to this length, in UTF-16 units. */
const QUERY_LENGTH_MAX = 200

export default async function ReportsPage({ searchParams }: { searchParams: Search }) {
	const deskUser = await deskViewer(ADDRESS, 'moderate comments')
	const { show, query = '', past: from } = await paramsIn(searchParams)
	if (show === 'complaints') return <ComplaintsPage deskUser={deskUser} past={idIn(from)} />
	const decided = show === 'decided'
	const search = cutText(query.trim(), QUERY_LENGTH_MAX)
	const cursor = idIn(from)
	const { groups, past } = await listReports(deskUser, { decided, search, past: cursor })
	const path = (at: number | null) =>
		listPath(ADDRESS, { show: decided ? 'decided' : undefined, query: search, past: at })
	return (
		<>
			<PageHead title="Reports">
				<a href={listPath(`${ADDRESS}/export`, { format: 'csv' })}>Export as CSV</a>
				<a href={listPath(`${ADDRESS}/export`, { format: 'json' })}>Export as JSON</a>
			</PageHead>
			<ReportTabs current={decided ? 'decided' : ''} />
			<FilterForm
				action={ADDRESS}
				label="Find reports"
				button="Search"
				all={search ? listPath(ADDRESS, { show: decided ? 'decided' : undefined }) : null}
				hidden={decided ? { show: 'decided' } : {}}
			>
				<FilterWords name="query" label="Words, name or number of a report" value={search} />
			</FilterForm>
			{groups.length > 0 ? (
				<ReportGroups groups={groups} locale={await siteSettings()} />
			) : (
				<EmptyReports decided={decided} isSearch={search !== ''} isMore={past !== null} />
			)}
			<ListPages
				label="Pages of reports"
				first={cursor ? { href: path(null), label: 'First page' } : null}
				next={past ? { href: path(past), label: search ? 'Search further' : 'More reports' } : null}
			/>
		</>
	)
}

function ReportTabs({ current }: { current: '' | 'decided' | 'complaints' }) {
	const tabs = [
		{ show: '', name: 'Waiting' },
		{ show: 'decided', name: 'Decided' },
		{ show: 'complaints', name: 'Complaints' },
	]
	return (
		<Tabs
			label="Reports by state"
			tabs={tabs.map(({ show, name }) => ({
				href: listPath(ADDRESS, { show }),
				name,
				isCurrent: show === current,
			}))}
		/>
	)
}

/** Complaints that wait. */
async function ComplaintsPage({ deskUser, past: cursor }: { deskUser: StaffViewer; past: number | null }) {
	const { complaints, past } = await listComplaints(deskUser, { past: cursor ?? 0 })
	const locale = await siteSettings()
	const path = (at: number | null) => listPath(ADDRESS, { show: 'complaints', past: at })
	return (
		<>
			<PageHead title="Complaints" />
			<ReportTabs current="complaints" />
			{complaints.length > 0 ? (
				<ComplaintLinks
					complaints={complaints.map(({ createdAt, ...complaint }) => ({
						...complaint,
						time: deskTime(createdAt, locale),
					}))}
				/>
			) : (
				<Empty title="No complaint waits.">
					<p>Authors and reporters can complain about a decision. A colleague of its person decides.</p>
				</Empty>
			)}
			<ListPages
				label="Pages of complaints"
				first={cursor ? { href: path(null), label: 'First page' } : null}
				next={past ? { href: path(past), label: 'More complaints' } : null}
			/>
		</>
	)
}

function EmptyReports({ decided, isSearch, isMore }: Record<'decided' | 'isSearch' | 'isMore', boolean>) {
	if (isSearch)
		return (
			<Empty title={`No report was found with these words${isMore ? ' so far' : ''}.`}>
				<p>Reports, comments, names and reasons are searched.</p>
			</Empty>
		)
	return (
		<Empty title={decided ? 'Nothing is decided yet.' : 'No report waits.'}>
			<p>Readers report a comment by the link below it. Each decision is kept here with its reasons.</p>
		</Empty>
	)
}
