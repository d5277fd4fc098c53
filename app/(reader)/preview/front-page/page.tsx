import type { Metadata } from 'next'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { deskViewer, orErrorPage } from '@/app/desk/desk-viewer'
import { fromForm } from '@/app/desk/front-page/arrangement-fields'
import { paramsIn, type Search } from '@/app/desk/notices'
import { idIn } from '@/app/desk/params'
import { FrontPage } from '@/components/articles/front-page'
import { deskTime } from '@/components/desk/desk-time'
import styles from '@/components/desk/front-page/preview-bar.module.css'
import { frontPage } from '@/domain/front-page'
import { findArrangement } from '@/domain/front-page-arrangements'
import { BLOCK_LIMITS } from '@/domain/front-page-blocks'
import { siteSettings } from '@/domain/settings'
import { arrangementFromText } from '@/lib/front-page-arrangement'

export const metadata: Metadata = { title: 'Preview of the front page', robots: { index: false } }

/** The front page with an arrangement of the form, or with a scheduled one at its time. */
export default async function FrontPagePreview({ searchParams }: { searchParams: Search }) {
	const deskUser = await deskViewer('/desk/front-page', 'arrange the front page')
	const { id, arrangement: text = '' } = await paramsIn(searchParams)
	const settings = await siteSettings()
	const saved = id === undefined ? null : await orErrorPage(findArrangement(deskUser, idIn(id) ?? 0))
	const arrangement = saved?.arrangement ?? fromForm(arrangementFromText(text), settings.timeZone)
	const at = saved && saved.startsAt > new Date() ? saved.startsAt : new Date()
	const front = await frontPage({ arrangement, at })
	return (
		<>
			<aside className={styles.bar} aria-label="Preview" lang="en" dir="ltr">
				<strong>Preview – {saved ? `as readers see it ${deskTime(at, settings)}` : 'not saved'}</strong>
				<a href="/desk/front-page">Back to the arrangement</a>
			</aside>
			<ReaderPage path="/" front>
				<FrontPage {...front} limits={BLOCK_LIMITS} />
			</ReaderPage>
		</>
	)
}
