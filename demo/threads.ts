import { eq } from 'drizzle-orm'
import { write } from '@/db'
import { comments } from '@/db/schema'
import { moderateComment } from '@/domain/comments/moderate'
import { postComment } from '@/domain/comments/post'
import type { StaffViewer } from '@/domain/permissions'
import { slugify } from '@/lib/slug'

/** Ids of real readers are random. */
export const COMMENTER_PREFIX = 'demo-commenter-'

export type ThreadComment = {
	name: string
	body: string
	/** Minutes after the story, or after the parent comment. */
	after: number
	waiting?: boolean
	replies?: ThreadComment[]
}

/** Posts the comments of a thread as guests, approves them as the editor, and sets their times. */
export async function loadThread(
	editor: StaffViewer,
	articleId: number,
	since: Date,
	thread: ThreadComment[],
	parentId: number | null = null,
): Promise<void> {
	const inOrder = [...thread].sort((a, b) => a.after - b.after)
	for (const { name, body, after, waiting, replies = [] } of inOrder) {
		const commenter = slugify(name)
		const viewer = { person: null, readerId: COMMENTER_PREFIX + commenter }
		const input = { body, parentId, name, email: `${commenter}@example.org` }
		const { id } = await postComment(viewer, articleId, input)
		const createdAt = new Date(Math.min(since.getTime() + after * 60_000, Date.now()))
		await write((tx) => tx.update(comments).set({ createdAt }).where(eq(comments.id, id)))
		if (waiting) continue
		await moderateComment(editor, id, 'approved')
		await loadThread(editor, articleId, createdAt, replies, id)
	}
}
