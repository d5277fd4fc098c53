import { answerMachines } from '@/app/(reader)/answer-machines'
import type { Feed, FeedEntry } from '@/components/feeds/feed'
import { type ListedComment, listLatestComments, listRespectedComments } from '@/domain/comments/listed'
import { FEED_COMMENTS_MAX } from '@/domain/feeds/thread'
import { siteSettings } from '@/domain/settings'
import { permanentIds } from '@/domain/site-identity'
import { COMMENT_LISTS, type CommentList } from '@/lib/comment-lists'
import { messages } from '@/lib/messages/messages'
import { absoluteUrl } from '@/lib/site-url'
import { commentEntry, type IdOf } from './comment-entry'
import { feedHead } from './feed-head'
import { newestOf } from './story-feed'

const READS = { latest: listLatestComments, respected: listRespectedComments }

/** The feed of a list of the comments of all stories. */
export async function commentsFeed(list: CommentList): Promise<Feed> {
	await answerMachines()
	const [settings, idOf] = await Promise.all([siteSettings(), permanentIds()])
	const { comments } = await READS[list]({ limit: FEED_COMMENTS_MAX })
	const entries = comments.map((comment) => listedEntry(comment, idOf))
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

function listedEntry(comment: ListedComment, idOf: IdOf): FeedEntry {
	const { authorName, staff, articleId, story } = comment
	const { commentLists, follow } = messages()
	return {
		...commentEntry(comment, story.slug, idOf),
		title: commentLists.entryTitle(staff ? follow.staffName(authorName) : authorName, story.headline),
		inReplyTo: { id: idOf(`article:${articleId}`), url: absoluteUrl(`/news/${story.slug}`) },
	}
}
