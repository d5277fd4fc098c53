import type { Metadata } from 'next'
import { deskViewer } from '@/app/desk/desk-viewer'
import { noticeIn, paramsIn, type Search } from '@/app/desk/notices'
import { idIn, listPath } from '@/app/desk/params'
import { Empty, PageHead } from '@/components/desk/desk-frame'
import { PageNotice } from '@/components/desk/form/page-notice'
import { ListPages } from '@/components/desk/list-pages'
import { TrashList } from '@/components/desk/trash/trash-list'
import { TRASH_DAYS } from '@/domain/articles/trash'
import { can } from '@/domain/permissions'
import { siteSettings } from '@/domain/settings'
import { KIND_WORDS, listTrash } from '@/domain/trash/trash'
import { capitalized } from '@/lib/capitalized'
import { trashAction } from './actions'

export const metadata: Metadata = { title: 'Trash' }

export default async function TrashPage({ searchParams }: { searchParams: Search }) {
	const deskUser = await deskViewer('/desk/trash', 'write stories')
	const page = idIn((await paramsIn(searchParams)).page) ?? 1
	const { items, hasMore } = await listTrash(deskUser, page)
	const notice = await noticeIn(searchParams)
	return (
		<>
			<PageHead title="Trash">
				<a href="/desk">All stories</a>
			</PageHead>
			{items.length > 0 ? (
				<TrashList
					items={items.map((item) => ({ ...item, kindWords: capitalized(KIND_WORDS[item.kind]) }))}
					locale={await siteSettings()}
					mayDelete={can(deskUser, 'empty the trash')}
					notice={notice}
					action={trashAction}
				/>
			) : (
				<>
					{notice && <PageNotice text={notice} />}
					<Empty title="The trash is empty.">
						<p>
							Stories, photographs and other things moved here are kept for {TRASH_DAYS} days, and can be
							restored in that time.
						</p>
					</Empty>
				</>
			)}
			<ListPages
				label="Pages of the trash"
				first={page === 1 ? null : { href: '/desk/trash', label: 'Last deleted' }}
				next={
					hasMore ? { href: listPath('/desk/trash', { page: page + 1 }), label: 'Deleted earlier' } : null
				}
			/>
		</>
	)
}
