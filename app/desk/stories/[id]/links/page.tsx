import type { Metadata } from 'next'
import { deskViewer, orErrorPage, parseId } from '@/app/desk/desk-viewer'
import { headlineOf } from '@/app/desk/stories/headline'
import { Empty, PageHead } from '@/components/desk/desk-frame'
import { LinksForm } from '@/components/desk/stories/links/links-form'
import { linksOf } from '@/domain/articles/links'
import { findStory } from '@/domain/articles/stories'
import { checkLinksAction } from './actions'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	return { title: `Links: ${await headlineOf((await params).id)}` }
}

/** The links of the saved text to other sites, and the form that checks whether they work. */
export default async function StoryLinksPage({ params }: Props) {
	const { id } = await params
	const deskUser = await deskViewer(`/desk/stories/${id}/links`, 'write stories')
	const story = await orErrorPage(findStory(deskUser, parseId(id)))
	const links = linksOf(story.fields)
	return (
		<>
			<PageHead title="Links" headline={story.fields.headline}>
				<a href={`/desk/stories/${story.id}`}>Back to the story</a>
			</PageHead>
			{links.length > 0 ? (
				<LinksForm action={checkLinksAction} storyId={story.id} links={links} />
			) : (
				<Empty title="The saved text has no link to another site.">
					<p>Links in the text and addresses of sources are listed here once the story is saved with them.</p>
				</Empty>
			)}
		</>
	)
}
