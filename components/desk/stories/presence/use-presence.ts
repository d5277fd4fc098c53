import { type RefObject, useEffect, useRef, useState } from 'react'
import type { EditorWords } from './editor-words'

export const PRESENCE_PATH = '/desk/stories/presence'
const EVERY_MS = 10_000

export type Presence = { others: EditorWords[]; takenOverBy: string | null }

/** Renews the form's row while its page is open, and returns the story's other open forms. */
export function usePresence(
	storyId: number | undefined,
	token: string,
	given: EditorWords[],
	typedAt: RefObject<number | null>,
): Presence & { takeOver: () => void } {
	const [presence, setPresence] = useState<Presence>({ others: given, takenOverBy: null })
	const renew = useRef(async (_takeOver?: boolean) => {})
	useEffect(() => {
		if (!storyId || !token) return
		const request = () => {
			const data = new FormData()
			data.set('story', String(storyId))
			data.set('token', token)
			if (typedAt.current) data.set('typed', String(Math.round((Date.now() - typedAt.current) / 1000)))
			return data
		}
		renew.current = async (takeOver) => {
			const body = request()
			if (takeOver) body.set('takeOver', 'yes')
			const answer = await fetch(PRESENCE_PATH, { method: 'POST', body }).catch(() => null)
			if (answer?.ok) setPresence((await answer.json()) as Presence)
		}
		const onLeave = () => {
			const data = request()
			data.set('leave', 'yes')
			navigator.sendBeacon?.(PRESENCE_PATH, data)
		}
		const onShow = ({ persisted }: PageTransitionEvent) => persisted && void renew.current()
		void renew.current()
		const timer = setInterval(() => void renew.current(), EVERY_MS)
		window.addEventListener('pagehide', onLeave)
		window.addEventListener('pageshow', onShow)
		return () => {
			clearInterval(timer)
			window.removeEventListener('pagehide', onLeave)
			window.removeEventListener('pageshow', onShow)
			onLeave()
		}
	}, [storyId, token, typedAt])
	return { ...presence, takeOver: () => void renew.current(true) }
}
