import type { Metadata } from 'next'
import { deskViewer, orErrorPage, parseId } from '@/app/desk/desk-viewer'
import { headlineOf } from '@/app/desk/stories/headline'
import { Article } from '@/components/articles/article'
import styles from '@/components/desk/stories/preview.module.css'
import { findStory, previewStory, type StoryDraft } from '@/domain/articles/stories'
import { siteSettings } from '@/domain/settings'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	return { title: `Preview: ${await headlineOf((await params).id)}` }
}

/** Preview of the newest revision: the reader page without forms. */
export default async function PreviewPage({ params }: Props) {
	const { id } = await params
	const deskUser = await deskViewer(`/desk/stories/${id}/preview`, 'write stories')
	const story = await orErrorPage(findStory(deskUser, parseId(id)))
	const article = await previewStory(deskUser, story.id)
	return (
		<>
			<p className={styles.bar}>
				<strong>Preview – {previewWords(story)}</strong>
				<a href={`/desk/stories/${story.id}`}>Back to the story</a>
			</p>
			<div className={styles.paper}>
				<Article article={article} settings={await siteSettings()} />
			</div>
		</>
	)
}

function previewWords({ state, changed }: StoryDraft): string {
	if (state === 'live') return changed ? 'newer than what readers see' : 'this version is live'
	if (state === 'scheduled') return changed ? 'newer than what is scheduled' : 'this version is scheduled'
	return 'not published'
}
