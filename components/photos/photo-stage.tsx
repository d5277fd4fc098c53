import { storyText } from '@/components/layout/lang'
import type { PhotoView, StoryName } from '@/domain/articles/views'
import { messages } from '@/lib/messages/messages'
import { PHOTO_STAGE_ID, photoId, photoStagePath } from '@/lib/photo-pages'
import { CaptionAndCredit } from './figure'
import styles from './photo-stage.module.css'
import { Picture } from './picture'

type Props = {
	story: StoryName
	photo: PhotoView
	/** Position among the photographs of the story, from 1. */
	number: number
	total: number
}

/**
 * A photograph on a dark ground that fills the window, with links to the others and back to its place in the story. A
 * script adds the arrow keys and Escape.
 */
export function PhotoStage({ story: { slug, headline, language }, photo, number, total }: Props) {
	const words = messages().reading
	return (
		<article className={styles.stage} id={PHOTO_STAGE_ID} tabIndex={-1} aria-labelledby="photo-title">
			<div className={styles.bar}>
				<h1 id="photo-title">{messages().saving.photoOf(number, total)}</h1>
				<p>
					<a href={`/news/${slug}#${photoId(number)}`} data-part="back">
						{words.backToStory}
					</a>
				</p>
			</div>
			<figure className={styles.figure}>
				<Picture photo={photo} sizes="100vw" priority />
				<figcaption {...storyText(language)}>
					<CaptionAndCredit caption={photo.caption} credit={photo.credit} />
				</figcaption>
			</figure>
			<nav className={styles.bar} aria-label={words.photographs}>
				<p className={styles.headline} {...storyText(language)}>
					{headline}
				</p>
				{number > 1 && (
					<a rel="prev" href={photoStagePath(slug, number - 1)}>
						{words.previous}
					</a>
				)}
				{number < total && (
					<a rel="next" href={photoStagePath(slug, number + 1)}>
						{words.next}
					</a>
				)}
			</nav>
		</article>
	)
}
