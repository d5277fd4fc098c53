import { health } from '@/db'
import { findArticle } from './articles/find-article'
import { listLatest } from './articles/lists'

/** Readiness check: reads the latest story and checks that the database takes writes. */
export async function isReady(): Promise<boolean> {
	try {
		const [latest] = await listLatest({ limit: 1 })
		if (latest) await findArticle(latest.slug)
	} catch (error) {
		console.error('Not ready: reading the latest story failed.', error)
		return false
	}
	return health()
}
