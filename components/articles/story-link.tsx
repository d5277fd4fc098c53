import { storyText } from '@/components/layout/lang'
import type { StoryName } from '@/domain/articles/views'

/** A story's headline as a link, in the language of the story. */
export const StoryLink = ({ story, className }: { story: StoryName; className?: string }) => (
	<a className={className} href={`/news/${story.slug}`} {...storyText(story.language)}>
		{story.headline}
	</a>
)
