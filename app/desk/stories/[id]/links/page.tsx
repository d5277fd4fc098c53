import type { Metadata } from 'next'
import { deskViewer, orErrorPage, parseId } from '@/app/desk/desk-viewer'
import { paramsIn, type Search } from '@/app/desk/notices'
import { headlineOf } from '@/app/desk/stories/headline'
import { shownText } from '@/app/desk/stories/shown-text'
import deskStyles from '@/components/desk/desk.module.css'
import { Empty, PageHead } from '@/components/desk/desk-frame'
import { LinksForm } from '@/components/desk/stories/links/links-form'
import { linksOf } from '@/domain/articles/links'
import { findStory } from '@/domain/articles/stories'
import { checkLinksAction } from './actions'

type Props = { params: Promise<{ id: string }>; searchParams: Search }

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
	return { title: `Links: ${await headlineOf((await params).id)}` }
}

/** The links of the text in the story form, or of the newest saved one, to other sites, and the form that checks whether they work. */
export default async function StoryLinksPage({ params, searchParams }: Props) {
	const { id } = await params
	const deskUser = await deskViewer(`/desk/stories/${id}/links`, 'write stories')
	const story = await orErrorPage(findStory(deskUser, parseId(id)))
	const { autosave } = await paramsIn(searchParams)
	const { fields, token } = await orErrorPage(shownText(deskUser, story.id, autosave))
	const links = linksOf(fields)
	return (
		<>
			<PageHead title="Links" headline={fields.headline}>
				<a href={`/desk/stories/${story.id}`}>Back to the story</a>
			</PageHead>
			<p className={deskStyles.lead}>
				{token ? 'The text as you were writing it, not saved yet.' : 'The saved text.'}
			</p>
			{links.length > 0 ? (
				<LinksForm action={checkLinksAction} storyId={story.id} autosave={token ?? ''} links={links} />
			) : (
				<Empty title="The text has no link to another site.">
					<p>Links in the text and addresses of sources are listed here.</p>
				</Empty>
			)}
		</>
	)
}
