import type { Metadata } from 'next'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { siteMessages } from '@/domain/settings'
import { COMMENT_LISTS, type CommentList, commentListPath } from '@/lib/comment-lists'

/** Metadata of a page of comments. Search engines find the stories, and on later pages nothing else. */
export async function listMetadata(list: CommentList, start: number | null): Promise<Metadata> {
	const { titles, descriptions } = (await siteMessages()).commentLists
	return pageMetadata({
		title: titles[list],
		description: descriptions[list],
		path: commentListPath(list, start),
		unlisted: start !== null,
		feeds: [{ title: titles[list], page: COMMENT_LISTS[list].address }],
	})
}
