import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { islandsScript } from '@/app/_http/islands-script'
import { siteSettings } from '@/domain/settings'
import { interfaceTag } from '@/lib/messages/languages'
import { messages } from '@/lib/messages/messages'
import type { OfflineConfig } from '@/lib/offline'
import { requestContext } from '@/lib/request-context'
import { singleton } from '@/lib/singleton'
import type { FileRoute } from '@/server/rendered-files'

/** Of the worker itself: it requests pages and files of this site. */
const POLICY = "default-src 'none'; connect-src 'self'"

/**
 * The service worker with its settings in front. It exists always: where it is switched off, it removes the one that
 * browsers have, at their next page. A missing file would leave that one in place.
 */
export const OFFLINE_ROUTES: FileRoute[] = [
	{
		path: /^\/service-worker\.js$/,
		render: async () => {
			const { offlineReading, language } = await siteSettings()
			requestContext().headers = { 'Content-Security-Policy': POLICY }
			const config = offlineReading ? configIn(language) : null
			return {
				type: 'text/javascript; charset=utf-8',
				text: `const OFFLINE=${JSON.stringify(config)};\n${workerScript()}`,
			}
		},
	},
]

function configIn(language: string): OfflineConfig {
	const { savedCopy, offline, keptHere, removeCopies } = messages().reading
	const texts = { savedCopy, title: offline, intro: keptHere, removeAll: removeCopies }
	return { language: interfaceTag(language), ...texts }
}

const workerScript = (): string =>
	singleton('service-worker-script', () =>
		readFileSync(
			join(/* turbopackIgnore: true */ process.cwd(), 'public', islandsScript('serviceWorker') ?? ''),
			'utf8',
		),
	)
