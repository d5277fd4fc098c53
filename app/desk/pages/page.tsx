import type { Metadata } from 'next'
import { deskViewer } from '@/app/desk/desk-viewer'
import { noticeIn, type Search } from '@/app/desk/notices'
import { Empty, PageHead } from '@/components/desk/desk-frame'
import { deskTime } from '@/components/desk/desk-time'
import { PageNotice } from '@/components/desk/form/page-notice'
import { NewPageForm, PageList, Starters } from '@/components/desk/pages/page-list'
import styles from '@/components/desk/pages/pages.module.css'
import { listPages, type PageDraft } from '@/domain/pages/pages'
import { STARTERS } from '@/domain/pages/starters'
import { siteSettings } from '@/domain/settings'
import { startFromStarterAction, startPageAction } from './actions'

export const metadata: Metadata = { title: 'Pages' }

export default async function PagesPage({ searchParams }: { searchParams: Search }) {
	const deskUser = await deskViewer('/desk/pages', 'edit pages')
	const [pages, locale] = [await listPages(deskUser), await siteSettings()]
	const notice = await noticeIn(searchParams)
	const starters = STARTERS.filter(({ slug }) => !pages.some((page) => page.slug === slug))
	return (
		<>
			<PageHead title="Pages" />
			{notice && <PageNotice text={notice} />}
			<div className={styles.page}>
				{pages.length > 0 ? (
					<PageList
						pages={pages.map((page) => ({
							...{ id: page.id, slug: page.slug, title: page.title },
							state: pageState(page),
							saved: `Saved ${deskTime(page.savedAt, locale)}`,
						}))}
					/>
				) : (
					<Empty title="There is no page yet.">
						<p>
							Pages tell readers who you are and how you work. The standard menu at the foot links those that
							are published.
						</p>
					</Empty>
				)}
				{starters.length > 0 && (
					<Starters
						starters={starters.map(({ slug, title }) => ({ slug, title }))}
						action={startFromStarterAction}
					/>
				)}
				<NewPageForm action={startPageAction} />
			</div>
		</>
	)
}

function pageState({ publishedRevisionId, headRevisionId }: PageDraft): string {
	if (publishedRevisionId === null) return 'Not published'
	return publishedRevisionId === headRevisionId ? 'Published' : 'Published, with later changes'
}
