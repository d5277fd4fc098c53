import { cache } from 'react'
import { findArticle } from '@/domain/articles/read'

/** Found once a request, for the head of the page and its body. */
export const findStory = cache(findArticle)
