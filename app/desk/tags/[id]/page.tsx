import type { Metadata } from 'next'
import { deskViewer, orErrorPage, parseId } from '@/app/desk/desk-viewer'
import { NOTICES, noticeIn, type Search } from '@/app/desk/notices'
import { removeAction } from '@/app/desk/trash/actions'
import { PageHead } from '@/components/desk/desk-frame'
import { PageNotice } from '@/components/desk/form/page-notice'
import sectionStyles from '@/components/desk/sections/sections.module.css'
import { TagForm } from '@/components/desk/tags/tag-form'
import { TagMergeForm } from '@/components/desk/tags/tag-merge-form'
import { RemovePanel } from '@/components/desk/trash/remove-panel'
import { findTag } from '@/domain/tags'
import { findUses } from '@/domain/trash/trash'
import { mergeTagAction, renameTagAction } from '../actions'

type Props = { params: Promise<{ id: string }>; searchParams: Search }

export const metadata: Metadata = { title: 'Tag' }

export default async function TagPage({ params, searchParams }: Props) {
	const id = parseId((await params).id)
	const deskUser = await deskViewer(`/desk/tags/${id}`, 'edit tags')
	const tag = await orErrorPage(findTag(deskUser, id))
	const notice = await noticeIn(searchParams)
	const renamed = notice === NOTICES.tagRenamed
	return (
		<>
			<PageHead title={tag.name}>
				<a href="/desk/tags">All tags</a>
			</PageHead>
			{notice && !renamed && <PageNotice text={notice} />}
			<div className={sectionStyles.page}>
				<TagForm tag={tag} action={renameTagAction} notice={renamed ? notice : null} />
				<div className={sectionStyles.ending}>
					<TagMergeForm tag={tag} action={mergeTagAction} />
					<RemovePanel
						kind="tag"
						id={id}
						uses={await findUses(deskUser, 'tag', id)}
						effect="Drafts lose it. Writing its name in a story brings it back."
						action={removeAction}
					/>
				</div>
			</div>
		</>
	)
}
