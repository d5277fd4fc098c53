import { listLatest } from '@/domain/articles/lists'

/** Paths to render before the server listens: they load the code of reader pages and of next-auth. */
export async function warmUpAddresses(): Promise<string[]> {
	const [latest] = await listLatest({ limit: 1 }).catch(() => [])
	const story = latest ? [`/news/${latest.slug}`] : []
	const section = latest?.section ? [`/sections/${latest.section.slug}`] : []
	return ['/', ...story, ...section, '/sign-in', '/api/auth/session']
}
