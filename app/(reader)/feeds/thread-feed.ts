import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { answerMachines } from '@/app/(reader)/answer-machines'
import { CommentText } from '@/components/comments/comment-text'
import type { Feed, FeedEntry } from '@/components/feeds/feed'
import { type FeedComment, type FeedThread, newestComments } from '@/domain/feeds/thread'
import { siteSettings } from '@/domain/settings'
import { permanentIds } from '@/domain/site-identity'
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
		title: `Comments on “${thread.headline}” – ${settings.siteName}`,
		description: `What readers say about “${thread.headline}”.`,
		updated: newestOf(entries, thread.publishedAt),
		entries,
	}
}

function commentEntry(comment: FeedComment, { articleId, slug }: FeedThread, idOf: IdOf): FeedEntry {
	const { id, authorName, staff, body, createdAt, parent } = comment
	const placeOf = (commentId: number): string => absoluteUrl(`/news/${slug}/comments/${commentId}`)
	const name = staff ? `${authorName} (staff)` : authorName
	const answered = parent !== null && parent !== 'removed' ? parent : null
	return {
		id: idOf(`comment:${id}`),
		url: placeOf(id),
		title:
			parent === null
				? `Comment by ${name}`
				: `Reply by ${name}${answered ? ` to ${answered.authorName}` : ''}`,
		summary: null,
		html: renderToStaticMarkup(createElement(CommentText, { source: body })),
		published: createdAt,
		updated: createdAt,
		authors: [{ name: authorName, url: null }],
		categories: [],
		photos: [],
		replies: null,
		inReplyTo: answered
			? { id: idOf(`comment:${answered.id}`), url: placeOf(answered.id) }
			: { id: idOf(`article:${articleId}`), url: absoluteUrl(`/news/${slug}`) },
	}
}
