import type { Viewer } from '../permissions'
import { REPLY_DEPTH_MAX } from './post'
import type { Decision } from './states'
import { TOMBSTONES_SHOWN_MAX } from './tombstones'
import type { Decided } from './undo'

/** A comment as the model expects it. */
export type Known = {
	articleId: number
	/** As stored: of a reply below the deepest level, the parent of the comment that it answers. */
	parentId: number | null
	state: Decision
	author: Commenter
	isDeleted?: boolean
	/** Whether it was public when its author deleted it. */
	hasTombstone?: boolean
}
/** A browser's reader and the account signed in there. */
export type Commenter = { readerId: string | null; person: Viewer['person'] }

/** In-memory model of the expected comments. */
export class Model {
	readonly comments = new Map<number, Known>()
	readonly undo: Decided[][] = []
	/** The author whose comments all wait, and a comment of theirs. */
	muted: { id: number; author: Commenter } | null = null
	/** Comments that the desk has approved or rejected last. */
	readonly decided = new Set<number>()

	post(id: number, comment: Known): void {
		const { parentId } = comment
		const isDeepest = parentId !== null && this.depthOf(parentId) >= REPLY_DEPTH_MAX
		this.comments.set(id, isDeepest ? { ...comment, parentId: this.parentOf(parentId) } : comment)
	}

	decide(id: number, decision: Decision): void {
		const comment = this.comments.get(id) as Known
		if (decision !== comment.state) this.decided[decision === 'waiting' ? 'delete' : 'add'](id)
		comment.state = decision
	}

	approved = (articleId: number): number[] =>
		[...this.comments]
			.filter(([, each]) => each.articleId === articleId && each.state === 'approved')
			.map(([id]) => id)

	/** Ids of all placeholders that readers see: tombstones, and what connects those and public comments. */
	placeholders = (articleId: number): number[] => {
		const tombstones = [...this.comments]
			.filter(([, each]) => each.articleId === articleId && each.hasTombstone)
			.map(([id]) => id)
			.slice(-TOMBSTONES_SHOWN_MAX)
		const approved = this.approved(articleId)
		const shown = new Set(tombstones)
		for (const id of [...tombstones, ...approved])
			for (let at = this.parentOf(id); at !== null; at = this.parentOf(at)) shown.add(at)
		for (const id of approved) shown.delete(id)
		return [...shown].sort((a, b) => a - b)
	}

	private depthOf = (id: number): number => {
		const parentId = this.parentOf(id)
		return parentId === null ? 0 : this.depthOf(parentId) + 1
	}

	private parentOf = (id: number): number | null => this.comments.get(id)?.parentId ?? null

	held = (articleId: number, author: Commenter): number[] =>
		[...this.comments]
			.filter(
				([, each]) => each.articleId === articleId && each.state === 'waiting' && isSame(each.author, author),
			)
			.map(([id]) => id)
}

export const isSame = (one: Commenter, other: Commenter): boolean =>
	one.person ? one.person.id === other.person?.id : !other.person && one.readerId === other.readerId
