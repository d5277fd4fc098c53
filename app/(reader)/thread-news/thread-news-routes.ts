import { OVERRIDES } from '@/app/(reader)/overrides'
import { jsonFile } from '@/app/(reader)/story-data/story-data'
import { findLiveId } from '@/domain/articles/find-article'
import { newestComment } from '@/domain/comments/thread'
import { namedError } from '@/lib/error-words'
import { dependsOn } from '@/lib/invalidation'
import type { ResponseOverride } from '@/lib/request-context'
import type { FileRoute, RenderedFile } from '@/server/rendered-files'

/** The newest comment of a story and their number, which the script of an open page asks for. */
export const THREAD_NEWS_ROUTES: FileRoute[] = [
	{ path: /^\/news\/([^/]+)\/comments\.json$/, render: ([slug = '']) => threadNews(slug) },
]

async function threadNews(slug: string): Promise<RenderedFile | ResponseOverride> {
	const override = await OVERRIDES.news(slug)
	if (override?.kind === 'redirect') return { ...override, location: `${override.location}/comments.json` }
	const articleId = override ? null : await findLiveId(slug)
	if (articleId === null) return override ?? namedError(404, 'noStory')
	dependsOn(`article:${articleId}`)
	return jsonFile(await newestComment(articleId))
}
