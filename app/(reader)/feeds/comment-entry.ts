import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { CommentText } from '@/components/comments/comment-text'
import type { FeedEntry } from '@/components/feeds/feed'
import type { permanentIds } from '@/domain/site-identity'
import { absoluteUrl } from '@/lib/site-url'

export type IdOf = Awaited<ReturnType<typeof permanentIds>>

type Comment = { id: number; authorName: string; body: string; createdAt: Date; editedAt: Date | null }

export const commentUrl = (slug: string, id: number): string => absoluteUrl(`/news/${slug}/comments/${id}`)

/** The entry of a comment, with the same id in all feeds, so that a program that reads two shows it once. */
export const commentEntry = (
	{ id, authorName, body, createdAt, editedAt }: Comment,
	slug: string,
	idOf: IdOf,
): Omit<FeedEntry, 'title' | 'inReplyTo'> => ({
	id: idOf(`comment:${id}`),
	url: commentUrl(slug, id),
	summary: null,
	html: renderToStaticMarkup(createElement(CommentText, { source: body })),
	published: createdAt,
	updated: editedAt ?? createdAt,
	authors: [{ name: authorName, url: null }],
	categories: [],
	photos: [],
	replies: null,
})
