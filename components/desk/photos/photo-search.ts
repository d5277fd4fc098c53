import { useEffect, useRef, useState } from 'react'
import type { PhotosPage } from '@/domain/photos/read'

/** Debounce delay, in ms: the pause after a finished word. */
const TYPING_MS = 250

export type PhotoSearch = PhotosPage & {
	search: string
	setSearch: (search: string) => void
	showMore: () => void
	/** Status message for screen readers. */
	status: string
}

/** Searches the photo library during typing, debounced; returns `known` until the first response. */
export function usePhotoSearch(known: PhotosPage['photos'], enabled = true): PhotoSearch {
	const [search, setSearch] = useState('')
	const [page, setPage] = useState<PhotosPage>({ photos: known, more: false })
	const [status, setStatus] = useState('')
	const running = useRef<AbortController>(undefined)

	async function load(before?: number): Promise<void> {
		running.current?.abort()
		const controller = new AbortController()
		const { signal } = controller
		running.current = controller
		try {
			const found = await findPhotos(search, before, signal)
			setPage((shown) => (before ? { ...found, photos: [...shown.photos, ...found.photos] } : found))
			setStatus(before ? '' : statusOf(found, search))
		} catch {
			if (!signal.aborted) setStatus('The photographs could not be searched. Please try again.')
		}
	}

	// biome-ignore lint/correctness/useExhaustiveDependencies: only the search text and `enabled` start a search.
	useEffect(() => {
		if (!enabled) return
		const typing = setTimeout(load, search ? TYPING_MS : 0)
		return () => {
			clearTimeout(typing)
			running.current?.abort()
		}
	}, [search, enabled])

	return { ...page, search, setSearch, status, showMore: () => load(page.photos.at(-1)?.id) }
}

async function findPhotos(
	query: string,
	before: number | undefined,
	signal: AbortSignal,
): Promise<PhotosPage> {
	const asked = new URLSearchParams({ query, ...(before && { before: String(before) }) })
	const response = await fetch(`/desk/photographs/find?${asked}`, { signal })
	if (!response.ok) throw new Error(`The search answered ${response.status}.`)
	return response.json()
}

function statusOf({ photos, more }: PhotosPage, search: string): string {
	if (photos.length === 0)
		return search
			? 'No photograph has these words.'
			: 'The photo desk is empty. Add a photograph there first.'
	if (!search) return ''
	const count = photos.length === 1 ? '1 photograph' : `${photos.length} photographs`
	return more ? `${count}, and more below` : count
}
