import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { singleton } from '@/lib/singleton'

export type IslandsScript = 'reader' | 'passkeys' | 'reading' | 'offline' | 'serviceWorker'

/** URL of a script: that of all reader pages, or of some; null before the islands are built. */
export const islandsScript = (name: IslandsScript = 'reader'): string | null =>
	singleton('islands-scripts', () => {
		try {
			// Resolved at run time, so that the build does not trace the whole folder.
			const path = join(/* turbopackIgnore: true */ process.cwd(), 'public', 'islands', 'manifest.json')
			return JSON.parse(readFileSync(path, 'utf8')) as Partial<Record<IslandsScript, string>>
		} catch {
			return {}
		}
	})[name] ?? null
