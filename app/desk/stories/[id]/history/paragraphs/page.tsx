import type { Metadata } from 'next'
import { deskViewer, orErrorPage, parseId } from '@/app/desk/desk-viewer'
import { headlineOf } from '@/app/desk/stories/headline'
import { PageHead } from '@/components/desk/desk-frame'
import { ParagraphList } from '@/components/desk/stories/paragraph-list'
import { blameStory } from '@/domain/articles/blame'
import { findStory } from '@/domain/articles/stories'
import { siteSettings } from '@/domain/settings'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	return { title: `Paragraphs: ${await headlineOf((await params).id)}` }
}

/** The last editor of each paragraph of the newest version. */
export default async function ParagraphsPage({ params }: Props) {
	const { id } = await params
	const deskUser = await deskViewer(`/desk/stories/${id}/history/paragraphs`, 'write stories')
	const story = await orErrorPage(findStory(deskUser, parseId(id)))
	const blocks = await blameStory(deskUser, story.id)
	return (
		<>
			<PageHead title="Who wrote each paragraph" headline={story.fields.headline}>
				<a href={`/desk/stories/${story.id}/history`}>Back to the history</a>
			</PageHead>
			<p>
				{blocks.length > 0
					? 'The newest version, with who last changed each paragraph.'
					: 'The newest version has no text.'}
			</p>
			<ParagraphList storyId={story.id} blocks={blocks} locale={await siteSettings()} />
		</>
	)
}
