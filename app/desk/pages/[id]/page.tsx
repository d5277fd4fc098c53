import type { Metadata } from 'next'
import { deskViewer, orErrorPage, parseId } from '@/app/desk/desk-viewer'
import { noticeIn, type Search } from '@/app/desk/notices'
import { photoOptions } from '@/app/desk/stories/story-options'
import { PageHead } from '@/components/desk/desk-frame'
import { deskTime } from '@/components/desk/desk-time'
import { DeletePage } from '@/components/desk/pages/delete-page'
import { PageForm } from '@/components/desk/pages/page-form'
import styles from '@/components/desk/pages/pages.module.css'
import { photoIdsOf } from '@/domain/body/plain-text'
import { isPageDeletable } from '@/domain/pages/delete-page'
import { findPage } from '@/domain/pages/pages'
import { siteSettings } from '@/domain/settings'
import { deletePageAction, savePageAction } from '../actions'

type Props = { params: Promise<{ id: string }>; searchParams: Search }

export const metadata: Metadata = { title: 'Page' }

export default async function EditPage({ params, searchParams }: Props) {
	const { id } = await params
	const deskUser = await deskViewer(`/desk/pages/${id}`, 'edit pages')
	const page = await orErrorPage(findPage(deskUser, parseId(id)))
	const { slug, publishedRevisionId, headRevisionId, savedAt, savedBy } = page
	const isPublished = publishedRevisionId !== null
	const isChanged = isPublished && publishedRevisionId !== headRevisionId
	return (
		<>
			<PageHead title={page.title} />
			<p className={styles.state}>
				{isPublished ? <a href={`/${slug}`}>/{slug}</a> : <span>/{slug}</span>}
				<span>{stateWords(isPublished, isChanged)}</span>
				<span>
					Saved {deskTime(savedAt, await siteSettings())}
					{savedBy && ` by ${savedBy}`}
				</span>
				<a href={`/desk/pages/${page.id}/history`}>History</a>
			</p>
			<div className={styles.page}>
				<PageForm
					key={page.id}
					page={{ id: page.id, title: page.title, body: page.body, headRevisionId, isPublished }}
					photos={await photoOptions(deskUser, photoIdsOf(page.body))}
					action={savePageAction}
					notice={await noticeIn(searchParams)}
				/>
				{(await isPageDeletable(deskUser, page.id)) && (
					<DeletePage pageId={page.id} slug={slug} action={deletePageAction} />
				)}
			</div>
		</>
	)
}

function stateWords(isPublished: boolean, isChanged: boolean): string {
	if (!isPublished) return 'Not published'
	return isChanged ? 'Published, with later changes that readers do not see' : 'Published'
}
