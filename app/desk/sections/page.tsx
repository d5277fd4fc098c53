import type { Metadata } from 'next'
import { deskViewer } from '@/app/desk/desk-viewer'
import { NOTICES, noticeIn, type Search } from '@/app/desk/notices'
import { Empty, PageHead } from '@/components/desk/desk-frame'
import { PageNotice } from '@/components/desk/form/page-notice'
import { SectionForm } from '@/components/desk/sections/section-form'
import { SectionList } from '@/components/desk/sections/section-list'
import styles from '@/components/desk/sections/sections.module.css'
import { listDeskSections } from '@/domain/desk-sections'
import { createSectionAction, moveSectionAction } from './actions'

export const metadata: Metadata = { title: 'Sections' }

export default async function SectionsPage({ searchParams }: { searchParams: Search }) {
	const deskUser = await deskViewer('/desk/sections', 'change settings')
	const sections = await listDeskSections(deskUser)
	const notice = await noticeIn(searchParams)
	const made = notice === NOTICES.sectionMade
	return (
		<>
			<PageHead title="Sections" />
			{notice && !made && <PageNotice text={notice} />}
			<div className={styles.page}>
				{sections.length > 0 ? (
					<SectionList sections={sections} action={moveSectionAction} />
				) : (
					<Empty title="There is no section yet.">
						<p>Every published story stands in one. Make the first here, then choose it in the story.</p>
					</Empty>
				)}
				<SectionForm action={createSectionAction} notice={made ? notice : null} />
			</div>
		</>
	)
}
