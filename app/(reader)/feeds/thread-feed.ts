import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { answerMachines } from '@/app/(reader)/answer-machines'
import { CommentText } from '@/components/comments/comment-text'
import type { Feed, FeedEntry } from '@/components/feeds/feed'
import { type FeedComment, type FeedThread, newestComments } from '@/domain/feeds/thread'
import { siteSettings } from '@/domain/settings'
import { permanentIds } from '@/domain/site-identity'
import { messages } from '@/lib/messages/messages'
import { absoluteUrl } from '@/lib/site-url'
import { feedHead } from './feed-head'
import { newestOf } from './story-feed'

type IdOf = Awaited<ReturnType<typeof permanentIds>>

/** The feed of a story's comments, newest first; null without a live story. */
export async function threadFeed(slug: string): Promise<Feed | null> {
	const thread = await newestComments(slug)
	if (!thread) return null
	await answerMachines(thread.machines)
	const [settings, idOf] = await Promise.all([siteSettings(), permanentIds()])
	const path = `/news/${thread.slug}`
	const entries = thread.comments.map((comment) => commentEntry(comment, thread, idOf))
	return {
		...feedHead(settings, path),
		id: idOf(`thread:${thread.articleId}`),
		title: `${messages().article.commentsOn(thread.headline)} – ${settings.siteName}`,
		description: messages().follow.threadDescription(thread.headline),
		updated: newestOf(entries, thread.publishedAt),
		entries,
	}
}

function commentEntry(comment: FeedComment, { articleId, slug }: FeedThread, idOf: IdOf): FeedEntry {
	const { id, authorName, staff, body, createdAt, editedAt, parent } = comment
	const placeOf = (commentId: number): string => absoluteUrl(`/news/${slug}/comments/${commentId}`)
	const words = messages().follow
	const name = staff ? words.staffName(authorName) : authorName
	const answered = parent !== null && parent !== 'removed' ? parent : null
	const titleOf = (): string => {
		if (parent === null) return words.commentBy(name)
		return answered ? words.replyByTo(name, answered.authorName) : words.replyBy(name)
	}
	return {
		id: idOf(`comment:${id}`),
		url: placeOf(id),
		title: titleOf(),
		summary: null,
		html: renderToStaticMarkup(createElement(CommentText, { source: body })),
		published: createdAt,
		updated: editedAt ?? createdAt,
		authors: [{ name: authorName, url: null }],
		categories: [],
		photos: [],
		replies: null,
		inReplyTo: answered
			? { id: idOf(`comment:${answered.id}`), url: placeOf(answered.id) }
			: { id: idOf(`article:${articleId}`), url: absoluteUrl(`/news/${slug}`) },
	}
}
