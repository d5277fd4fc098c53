import { createContext } from 'react'
import type { PhotoView } from '@/domain/articles/views'

/** The photographs that figures may show, for the views that the editor makes of them. */
export const PhotosContext = createContext<PhotoView[]>([])
