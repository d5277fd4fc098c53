import type { Metadata } from 'next'
import { deskViewer, numberIn, orProblem } from '@/app/desk/desk-viewer'
import { Article } from '@/components/articles/article'
import styles from '@/components/desk/stories/preview.module.css'
import { findStory, previewStory } from '@/domain/articles/desk'
import { siteSettings } from '@/domain/settings'

export const metadata: Metadata = { title: 'Preview' }

type Props = { params: Promise<{ id: string }> }

/** The newest saved version as readers would see it, without what they could press. */
export default async function PreviewPage({ params }: Props) {
	const { id } = await params
	const who = await deskViewer(`/desk/stories/${id}/preview`, 'write stories')
	const story = await orProblem(findStory(who, numberIn(id)))
	const article = await previewStory(who, story.id)
	const published = story.state === 'live' && story.publishedRevisionId === story.headRevisionId
	return (
		<>
			<p className={styles.bar}>
				<strong>{published ? 'Preview – this version is live' : 'Preview – not published'}</strong>
				<a href={`/desk/stories/${story.id}`}>Back to the story</a>
			</p>
			<div className={styles.paper}>
				<Article article={article} settings={await siteSettings()} />
			</div>
		</>
	)
}
