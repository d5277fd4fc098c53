import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Invalidation } from '@/lib/invalidation'
import type { MediaStore } from '@/lib/media/media-store'
import type { SimpleGet } from './fast-path'
import { PhotoCache } from './photo-cache'
import { servePhotoFile } from './photo-files'
import { type FindSiteFile, SiteFiles } from './site-files'
import { StaticFiles } from './static-files'

type Options = { dev: boolean; buildDir: string; media: MediaStore; findSiteFile: FindSiteFile }

/** Handlers of static files: of the build, of the site itself, and of photographs. */
export function createFileServers(options: Options, securityHeaders: Record<string, string>) {
	const { dev, buildDir, media, findSiteFile } = options
	const headers = fileHeaders(securityHeaders)
	const staticFiles = dev
		? null
		: new StaticFiles({ builtDir: join(buildDir, 'static'), publicDir: 'public', headers })
	const siteFiles = new SiteFiles(findSiteFile, headers)
	const photos = new PhotoCache(media)
	return {
		invalidate: (changes: Invalidation): void => siteFiles.invalidate(changes),
		/** The raw response for the fast path, or null. */
		rawResponse: (request: SimpleGet): Buffer | Promise<Buffer | null> | null =>
			staticFiles?.rawResponse(request) ?? photos.rawResponse(request) ?? siteFiles.rawResponse(request),
		/** Answers a request for a file. @returns false for other paths */
		serve: async (request: IncomingMessage, response: ServerResponse): Promise<boolean> =>
			(await staticFiles?.serve(request, response)) ||
			(await siteFiles.serve(request, response)) ||
			servePhotoFile(request, response, media, photos),
	}
}

/** Headers of documents only, which would add bytes to each file of a page. */
const DOCUMENT_HEADERS = new Set(['Permissions-Policy', 'Cross-Origin-Opener-Policy', 'Referrer-Policy'])

/** For files that are no documents, shorter than the policy of other responses. */
const FILE_POLICY = "default-src 'none'"

/**
 * Security headers of static files. They load no resources of other sites: the default referrer policy
 * suffices.
 */
const fileHeaders = (securityHeaders: Record<string, string>): Record<string, string> => ({
	...Object.fromEntries(Object.entries(securityHeaders).filter(([name]) => !DOCUMENT_HEADERS.has(name))),
	'Content-Security-Policy': FILE_POLICY,
})
