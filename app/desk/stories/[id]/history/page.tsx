import type { Metadata } from 'next'
import { deskViewer, orErrorPage, parseId } from '@/app/desk/desk-viewer'
import { paramsIn, type Search } from '@/app/desk/notices'
import { headlineOf } from '@/app/desk/stories/headline'
import { PageHead } from '@/components/desk/desk-frame'
import { HistoryList } from '@/components/desk/stories/history-list'
import { HistoryPages } from '@/components/desk/stories/history-pages'
import { listRevisions } from '@/domain/articles/history'
import { findStory } from '@/domain/articles/stories'
import { siteSettings } from '@/domain/settings'

type Props = { params: Promise<{ id: string }>; searchParams: Search }

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
	return { title: `History: ${await headlineOf((await params).id)}` }
}

/** All revisions of a story, newest first. */
export default async function HistoryPage({ params, searchParams }: Props) {
	const { id } = await params
	const deskUser = await deskViewer(`/desk/stories/${id}/history`, 'write stories')
	const story = await orErrorPage(findStory(deskUser, parseId(id)))
	const { before } = await paramsIn(searchParams)
	const { revisions, total } = await listRevisions(deskUser, story.id, beforeIn(before))
	return (
		<>
			<PageHead title="History" headline={story.fields.headline}>
				<a href={`/desk/stories/${story.id}`}>Back to the story</a>
				<a href={`/desk/stories/${story.id}/history/paragraphs`}>Who wrote each paragraph</a>
			</PageHead>
			<HistoryList storyId={story.id} revisions={revisions} total={total} locale={await siteSettings()} />
			<HistoryPages storyId={story.id} revisions={revisions} total={total} />
		</>
	)
}

/** The `before` parameter: a version number; the newest page if malformed. */
const beforeIn = (text = ''): number | undefined => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined)
