import { cache } from 'react'
import { findArticle } from '@/domain/articles/find-article'
import { decodeSafely } from '@/lib/urls'

/** Memoized for one request: page metadata and page body share the read. */
export const loadArticle = cache((slug: string) => findArticle(decodeSafely(slug)))
