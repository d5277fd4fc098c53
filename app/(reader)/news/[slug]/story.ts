import { cache } from 'react'
import { findArticle } from '@/domain/articles/read'
import { decodedPart } from '@/lib/web-address'

/** Found once a request, for the head of the page and its body. */
export const findStory = cache((slug: string) => findArticle(decodedPart(slug)))
