import { answerMachines } from '@/app/(reader)/answer-machines'
import type { Feed, FeedEntry } from '@/components/feeds/feed'
import { type FeedComment, type FeedThread, newestComments } from '@/domain/feeds/thread'
import { siteSettings } from '@/domain/settings'
import { permanentIds } from '@/domain/site-identity'
import { messages } from '@/lib/messages/messages'
import { absoluteUrl } from '@/lib/site-url'
import { commentEntry, commentUrl, type IdOf } from './comment-entry'
import { feedHead } from './feed-head'
import { newestOf } from './story-feed'

/** The feed of a story's comments, newest first; null without a live story. */
export async function threadFeed(slug: string): Promise<Feed | null> {
	const thread = await newestComments(slug)
	if (!thread) return null
	await answerMachines(thread.machines)
	const [settings, idOf] = await Promise.all([siteSettings(), permanentIds()])
	const path = `/news/${thread.slug}`
	const entries = thread.comments.map((comment) => threadEntry(comment, thread, idOf))
	return {
		...feedHead(settings, path),
		id: idOf(`thread:${thread.articleId}`),
		title: `${messages().article.commentsOn(thread.headline)} – ${settings.siteName}`,
		description: messages().follow.threadDescription(thread.headline),
		updated: newestOf(entries, thread.publishedAt),
		entries,
	}
}

function threadEntry(comment: FeedComment, { articleId, slug }: FeedThread, idOf: IdOf): FeedEntry {
	const { authorName, staff, parent } = comment
	const words = messages().follow
	const name = staff ? words.staffName(authorName) : authorName
	const answered = parent !== null && parent !== 'removed' ? parent : null
	const titleOf = (): string => {
		if (parent === null) return words.commentBy(name)
		return answered ? words.replyByTo(name, answered.authorName) : words.replyBy(name)
	}
	return {
		...commentEntry(comment, slug, idOf),
		title: titleOf(),
		inReplyTo: answered
			? { id: idOf(`comment:${answered.id}`), url: commentUrl(slug, answered.id) }
			: { id: idOf(`article:${articleId}`), url: absoluteUrl(`/news/${slug}`) },
	}
}
