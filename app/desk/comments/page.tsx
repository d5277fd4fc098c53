import type { Metadata } from 'next'
import { deskViewer } from '@/app/desk/desk-viewer'
import { noticeIn, type Search } from '@/app/desk/notices'
import { WaitingList } from '@/components/desk/comments/waiting-list'
import { Empty, PageHead } from '@/components/desk/desk-frame'
import { deskTime } from '@/components/desk/desk-time'
import formStyles from '@/components/desk/form/form.module.css'
import { listWaitingComments } from '@/domain/comments/decide'
import { siteSettings } from '@/domain/settings'
import { decideCommentsAction } from './actions'

export const metadata: Metadata = { title: 'Comments' }

export default async function CommentsPage({ searchParams }: { searchParams: Search }) {
	const who = await deskViewer('/desk/comments', 'moderate comments')
	const clock = await siteSettings()
	const notice = await noticeIn(searchParams)
	const comments = (await listWaitingComments(who)).map(({ createdAt, ...comment }) => ({
		...comment,
		at: createdAt.toISOString(),
		time: deskTime(createdAt, clock),
	}))
	return (
		<>
			<PageHead title="Waiting comments" />
			{comments.length > 0 ? (
				<WaitingList comments={comments} action={decideCommentsAction} notice={notice} />
			) : (
				<>
					{notice && (
						<p role="status" className={formStyles.notice}>
							{notice}
						</p>
					)}
					<Empty title="Nothing waits for you.">
						<p>
							Comments that need a decision come to this page, the oldest first. Until you approve one, only
							its author sees it.
						</p>
					</Empty>
				</>
			)}
		</>
	)
}
