import { createContext, type JSX, type ReactNode, useContext, useMemo, useState } from 'react'
import type { PhotoView } from '@/domain/articles/views'

type Photos = { photos: PhotoView[]; add: (photo: PhotoView) => void }

const PhotosContext = createContext<Photos>({ photos: [], add: () => {} })

/** Photos available to figures: those sent with the page, and those found by search. */
export function PhotosProvider(props: { photos: PhotoView[]; children: ReactNode }): JSX.Element {
	const { photos, children } = props
	const [added, setAdded] = useState<PhotoView[]>([])
	const value = useMemo(
		() => ({
			photos: [...photos, ...added],
			add: (photo: PhotoView) => setAdded((before) => [...before, photo]),
		}),
		[photos, added],
	)
	return <PhotosContext value={value}>{children}</PhotosContext>
}

export const usePhotos = (): Photos => useContext(PhotosContext)
