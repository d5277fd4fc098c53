import { cache } from 'react'
import { findArticle } from '@/domain/articles/find-article'
import { decodeSafely } from '@/lib/urls'

/** Found once a request, for the head of the page and its body. */
export const loadArticle = cache((slug: string) => findArticle(decodeSafely(slug)))
