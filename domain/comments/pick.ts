import { eq } from 'drizzle-orm'
import { write } from '@/db'
import { comments } from '@/db/schema'
import { Refusal } from '@/lib/refusal'
import { audit } from '../audit'
import { authorize, type Viewer } from '../permissions'

/**
 * Marks an approved comment as an editor's pick, or takes the mark away.
 *
 * @throws Refusal `not-found`, or `conflict` for a comment that readers do not see
 */
export async function pickComment(viewer: Viewer, commentId: number, picked: boolean): Promise<void> {
	authorize(viewer, 'moderate comments')
	await write(async (tx) => {
		await tx.lock('comment', commentId)
		const [comment] = await tx.select().from(comments).where(eq(comments.id, commentId))
		if (!comment) throw new Refusal('not-found', 'This comment is no longer there.')
		if ((comment.pickedAt !== null) === picked) return
		if (picked && comment.state !== 'approved')
			throw new Refusal('conflict', 'Readers do not see this comment, so it cannot be a pick.')
		await tx
			.update(comments)
			.set({ pickedAt: picked ? new Date() : null })
			.where(eq(comments.id, commentId))
		tx.changed('comments', `comments:${comment.articleId}`)
		await audit(tx, viewer, picked ? 'pick comment' : 'unpick comment', `comment:${commentId}`)
	})
}
