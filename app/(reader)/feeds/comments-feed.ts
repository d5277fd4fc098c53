import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { answerMachines } from '@/app/(reader)/answer-machines'
import { CommentText } from '@/components/comments/comment-text'
import type { Feed, FeedEntry } from '@/components/feeds/feed'
import { type ListedComment, listLatestComments, listRespectedComments } from '@/domain/comments/listed'
import { FEED_COMMENTS_MAX } from '@/domain/feeds/thread'
import { siteSettings } from '@/domain/settings'
import { permanentIds } from '@/domain/site-identity'
import { COMMENT_LISTS, type CommentList } from '@/lib/comment-lists'
import { messages } from '@/lib/messages/messages'
import { absoluteUrl } from '@/lib/site-url'
import { feedHead } from './feed-head'
import { newestOf } from './story-feed'

const READS = { latest: listLatestComments, respected: listRespectedComments }

/** The feed of a list of the comments of all stories. */
export async function commentsFeed(list: CommentList): Promise<Feed> {
	await answerMachines()
	const [settings, idOf] = await Promise.all([siteSettings(), permanentIds()])
	const { comments } = await READS[list]({ limit: FEED_COMMENTS_MAX })
	const entries = comments.map((comment) => commentEntry(comment, idOf))
	const words = messages().commentLists
	return {
		...feedHead(settings, COMMENT_LISTS[list].address),
		id: idOf(`${list}-comments`),
		title: `${words.titles[list]} – ${settings.siteName}`,
		description: words.descriptions[list],
		updated: newestOf(entries),
		entries,
	}
}

function commentEntry(comment: ListedComment, idOf: Awaited<ReturnType<typeof permanentIds>>): FeedEntry {
	const { id, authorName, staff, body, createdAt, editedAt, articleId, story } = comment
	const { commentLists, follow } = messages()
	return {
		// As in the feed of its thread, so that a program that reads both shows it once.
		id: idOf(`comment:${id}`),
		url: absoluteUrl(`/news/${story.slug}/comments/${id}`),
		title: commentLists.entryTitle(staff ? follow.staffName(authorName) : authorName, story.headline),
		summary: null,
		html: renderToStaticMarkup(createElement(CommentText, { source: body })),
		published: createdAt,
		updated: editedAt ?? createdAt,
		authors: [{ name: authorName, url: null }],
		categories: [],
		photos: [],
		replies: null,
		inReplyTo: { id: idOf(`article:${articleId}`), url: absoluteUrl(`/news/${story.slug}`) },
	}
}
