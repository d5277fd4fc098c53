import type { Metadata } from 'next'
import { deskViewer } from '@/app/desk/desk-viewer'
import { noticeIn, paramsIn, type Search } from '@/app/desk/notices'
import { idIn, listPath } from '@/app/desk/params'
import { MessageList } from '@/components/desk/accessibility/message-list'
import { Empty, PageHead } from '@/components/desk/desk-frame'
import { deskTime } from '@/components/desk/desk-time'
import { PageNotice } from '@/components/desk/form/page-notice'
import { ListPages } from '@/components/desk/list-pages'
import { Tabs } from '@/components/desk/tabs'
import { listAccessibilityMessages } from '@/domain/accessibility-messages'
import { siteSettings } from '@/domain/settings'
import { handleMessageAction } from './actions'

export const metadata: Metadata = { title: 'Accessibility' }

const ADDRESS = '/desk/accessibility'

export default async function AccessibilityMessagesPage({ searchParams }: { searchParams: Search }) {
	const deskUser = await deskViewer(ADDRESS, 'answer readers')
	const { show, after } = await paramsIn(searchParams)
	const handled = show === 'handled'
	const cursor = idIn(after)
	const locale = await siteSettings()
	const { messages, next } = await listAccessibilityMessages(deskUser, { handled, cursor: cursor ?? 0 })
	const notice = await noticeIn(searchParams)
	const path = (from: number | null) =>
		listPath(ADDRESS, { show: handled ? 'handled' : undefined, after: from })
	return (
		<>
			<PageHead title="Messages about accessibility">
				<a href="/accessibility">The page for readers</a>
			</PageHead>
			<Tabs
				label="Messages by state"
				tabs={[
					{ href: ADDRESS, name: 'Waiting', isCurrent: !handled },
					{ href: `${ADDRESS}?show=handled`, name: 'Handled', isCurrent: handled },
				]}
			/>
			{notice && <PageNotice text={notice} />}
			{messages.length > 0 ? (
				<MessageList
					messages={messages.map(({ receivedAt, handledAt: _, ...message }) => ({
						...message,
						at: receivedAt.toISOString(),
						time: deskTime(receivedAt, locale),
					}))}
					handled={handled}
					action={handleMessageAction}
				/>
			) : (
				<Empty title={handled ? 'No message is handled yet.' : 'No message waits.'}>
					<p>Readers write here through the form of the page on accessibility.</p>
				</Empty>
			)}
			<ListPages
				label="Pages of messages"
				first={cursor ? { href: path(null), label: 'First messages' } : null}
				next={next ? { href: path(next), label: 'More messages' } : null}
			/>
		</>
	)
}
