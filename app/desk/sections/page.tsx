import type { Metadata } from 'next'
import { deskViewer } from '@/app/desk/desk-viewer'
import { noticeIn, type Search } from '@/app/desk/notices'
import { Empty, PageHead } from '@/components/desk/desk-frame'
import { SectionForm } from '@/components/desk/sections/section-form'
import { SectionList } from '@/components/desk/sections/section-list'
import styles from '@/components/desk/sections/sections.module.css'
import { listSections } from '@/domain/articles/lists'
import { createSectionAction } from './actions'

export const metadata: Metadata = { title: 'Sections' }

export default async function SectionsPage({ searchParams }: { searchParams: Search }) {
	await deskViewer('/desk/sections', 'change settings')
	const sections = await listSections()
	return (
		<>
			<PageHead title="Sections" />
			<div className={styles.page}>
				{sections.length > 0 ? (
					<SectionList sections={sections} />
				) : (
					<Empty title="There is no section yet.">
						<p>Every published story stands in one. Make the first here, then choose it in the story.</p>
					</Empty>
				)}
				<SectionForm action={createSectionAction} notice={await noticeIn(searchParams)} />
			</div>
		</>
	)
}
