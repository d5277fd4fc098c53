import type { Metadata } from 'next'
import { deskViewer, orErrorPage, parseId } from '@/app/desk/desk-viewer'
import { noticeIn, type Search } from '@/app/desk/notices'
import { PageHead } from '@/components/desk/desk-frame'
import { deskTime } from '@/components/desk/desk-time'
import { PageNotice } from '@/components/desk/form/page-notice'
import { ComplaintList } from '@/components/desk/reports/complaint-list'
import { DecisionForm } from '@/components/desk/reports/decision-form'
import { DecisionList, ReportedComment, ReportList } from '@/components/desk/reports/report-groups'
import styles from '@/components/desk/reports/reports.module.css'
import { complaintsAbout } from '@/domain/notices/complaints'
import { findReported } from '@/domain/notices/desk-reports'
import { siteSettings } from '@/domain/settings'
import { decideComplaintAction, decideReportedAction } from '../actions'

export const metadata: Metadata = { title: 'Decide about a comment' }

type Props = { params: Promise<{ id: string }>; searchParams: Search }

export default async function ReportedCommentPage({ params, searchParams }: Props) {
	const { id } = await params
	const deskUser = await deskViewer(`/desk/reports/${id}`, 'moderate comments')
	const { comment, reports, decisions } = await orErrorPage(findReported(deskUser, parseId(id)))
	const complaints = await complaintsAbout(deskUser, comment.id)
	const locale = await siteSettings()
	const open = reports.filter(({ decisionId }) => decisionId === null)
	const notice = await noticeIn(searchParams)
	return (
		<>
			<PageHead title={`Comment ${comment.id}`} headline={comment.headline}>
				<a href="/desk/reports">All reports</a>
			</PageHead>
			{notice && <PageNotice text={notice} />}
			<div className={styles.comment}>
				<ReportedComment comment={comment} locale={locale} />
			</div>
			<h2 className={styles.title}>{open.length > 0 ? 'Reports that wait' : 'No report waits'}</h2>
			<ReportList reports={open} locale={locale} />
			<DecisionForm
				key={decisions[0]?.id ?? 0}
				comment={comment.id}
				action={decideReportedAction}
				isReported={open.length > 0}
			/>
			<ComplaintList
				complaints={complaints.map(({ createdAt, ...complaint }) => ({
					...complaint,
					time: deskTime(createdAt, locale),
				}))}
				action={decideComplaintAction}
			/>
			<DecisionList decisions={decisions} locale={locale} />
		</>
	)
}
