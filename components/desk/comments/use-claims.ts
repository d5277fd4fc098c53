import { useEffect, useState } from 'react'
import type { DeskComment } from './comment-item'

export const CLAIMS_PATH = '/desk/comments/claims'
/** Interval in ms: a claim lasts minutes, so that it is seen in time. */
const EVERY_MS = 15_000
/** Inaccuracy of timers in ms. */
const TOLERANCE_MS = 500

type Claims = { id: number; name: string; isOwn: boolean }[]

/** The comments with their claims as of a few seconds ago; hidden tabs ask for none. */
export function useClaims(comments: DeskComment[]): DeskComment[] {
	const [asked, setAsked] = useState<{ comments: DeskComment[]; claims: Claims } | null>(null)
	useEffect(() => {
		if (comments.length === 0) return
		let last = Date.now()
		let isOver = false
		const ask = async () => {
			if (document.visibilityState !== 'visible' || Date.now() - last < EVERY_MS - TOLERANCE_MS) return
			last = Date.now()
			const body = new FormData()
			for (const { id } of comments) body.append('comment', String(id))
			const answer = await fetch(CLAIMS_PATH, { method: 'POST', body }).catch(() => null)
			if (!answer?.ok) return
			const { claims } = (await answer.json()) as { claims: Claims }
			if (!isOver) setAsked({ comments, claims })
		}
		const timer = setInterval(() => void ask(), EVERY_MS)
		const onShow = () => void ask()
		document.addEventListener('visibilitychange', onShow)
		return () => {
			isOver = true
			clearInterval(timer)
			document.removeEventListener('visibilitychange', onShow)
		}
	}, [comments])
	// A new list has claims of its own.
	if (asked?.comments !== comments) return comments
	return comments.map((comment) => {
		const claim = asked.claims.find(({ id }) => id === comment.id)
		return { ...comment, claim: claim ? { name: claim.name, isOwn: claim.isOwn } : null }
	})
}
