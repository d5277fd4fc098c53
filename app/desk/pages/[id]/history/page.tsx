import type { Metadata } from 'next'
import { deskViewer, orErrorPage, parseId } from '@/app/desk/desk-viewer'
import { paramsIn, type Search } from '@/app/desk/notices'
import { idIn } from '@/app/desk/params'
import { PageHead } from '@/components/desk/desk-frame'
import { deskTime } from '@/components/desk/desk-time'
import { ListPages } from '@/components/desk/list-pages'
import { PageHistory } from '@/components/desk/pages/page-history'
import styles from '@/components/desk/pages/pages.module.css'
import { photoIdsOf } from '@/domain/body/plain-text'
import { listPageRevisions } from '@/domain/pages/page-revisions'
import { findPage } from '@/domain/pages/pages'
import { photoViews } from '@/domain/photos/views'
import { siteSettings } from '@/domain/settings'
import { restorePageAction } from '../../actions'

type Props = { params: Promise<{ id: string }>; searchParams: Search }

export const metadata: Metadata = { title: 'History of a page' }

export default async function PageHistoryPage({ params, searchParams }: Props) {
	const { id } = await params
	const deskUser = await deskViewer(`/desk/pages/${id}/history`, 'edit pages')
	const page = await orErrorPage(findPage(deskUser, parseId(id)))
	const before = idIn((await paramsIn(searchParams)).before)
	const { revisions, next } = await listPageRevisions(deskUser, page.id, before)
	const [path, locale] = [`/desk/pages/${page.id}/history`, await siteSettings()]
	const photos = await photoViews([...new Set(revisions.flatMap(({ body }) => photoIdsOf(body)))])
	return (
		<>
			<PageHead title={`History of ${page.title}`}>
				<a href={`/desk/pages/${page.id}`}>Back to the page</a>
			</PageHead>
			<div className={styles.page}>
				<PageHistory
					pageId={page.id}
					headRevisionId={page.headRevisionId}
					photos={Object.fromEntries(photos)}
					action={restorePageAction}
					revisions={revisions.map(({ id: revisionId, title, body, savedAt, savedBy, published }) => ({
						id: revisionId,
						title,
						body,
						saved: `${deskTime(savedAt, locale)}${savedBy ? ` by ${savedBy}` : ''}`,
						isPublished: published,
						isNewest: revisionId === page.headRevisionId,
					}))}
				/>
				<ListPages
					label="Pages of the history"
					first={before === null ? null : { href: path, label: 'Newest versions' }}
					next={next === null ? null : { href: `${path}?before=${next}`, label: 'Earlier versions' }}
				/>
			</div>
		</>
	)
}
