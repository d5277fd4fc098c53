import type { Metadata } from 'next'
import { deskViewer, orErrorPage, parseId } from '@/app/desk/desk-viewer'
import { NOTICES, noticeIn, type Search } from '@/app/desk/notices'
import { PageHead } from '@/components/desk/desk-frame'
import { PageNotice } from '@/components/desk/form/page-notice'
import { SectionCommentsForm } from '@/components/desk/sections/section-comments-form'
import { SectionDetailsForm } from '@/components/desk/sections/section-details-form'
import { SectionEnding } from '@/components/desk/sections/section-ending'
import styles from '@/components/desk/sections/sections.module.css'
import { findDeskSection, listDeskSections } from '@/domain/desk-sections'
import { siteSettings } from '@/domain/settings'
import { findUses } from '@/domain/trash/trash'
import { removeAction } from '../../trash/actions'
import { changeSectionAction, retireSectionAction, sectionCommentsAction } from '../actions'

type Props = { params: Promise<{ id: string }>; searchParams: Search }

export const metadata: Metadata = { title: 'Section' }

export default async function SectionPage({ params, searchParams }: Props) {
	const id = parseId((await params).id)
	const deskUser = await deskViewer(`/desk/sections/${id}`, 'change settings')
	const section = await orErrorPage(findDeskSection(deskUser, id))
	const targets = (await listDeskSections(deskUser)).filter((each) => each.id !== id && !each.retired)
	const notice = await noticeIn(searchParams)
	const changed = notice === NOTICES.sectionChanged
	const commentsChanged = notice === NOTICES.sectionCommentsChanged
	return (
		<>
			<PageHead title={section.name}>
				<a href="/desk/sections">All sections</a>
			</PageHead>
			{notice && !changed && !commentsChanged && <PageNotice text={notice} />}
			<div className={styles.page}>
				<SectionDetailsForm section={section} action={changeSectionAction} notice={changed ? notice : null} />
				<SectionCommentsForm
					id={id}
					comments={section.comments}
					site={await siteSettings()}
					action={sectionCommentsAction}
					notice={commentsChanged ? notice : null}
				/>
				<SectionEnding
					section={section}
					mergeable={targets.length > 0}
					retire={retireSectionAction}
					uses={await findUses(deskUser, 'section', id)}
					remove={removeAction}
				/>
			</div>
		</>
	)
}
