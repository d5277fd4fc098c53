import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '@/lib/messages/languages'
import { currentLanguage } from '@/lib/messages/messages'
import { singleton } from '@/lib/singleton'

type Manifest = Partial<Record<IslandsScript, Record<Language, string>>>

export type IslandsScript = 'reader' | 'thread' | 'passkeys' | 'reading' | 'offline' | 'serviceWorker'

/** URL of a script in the language of the page: that of all reader pages, or of some; null before the build. */
export const islandsScript = (name: IslandsScript = 'reader'): string | null =>
	singleton('islands-scripts', () => {
		try {
			// Resolved at run time, so that the build does not trace the whole folder.
			const path = join(/* turbopackIgnore: true */ process.cwd(), 'public', 'islands', 'manifest.json')
			return JSON.parse(readFileSync(path, 'utf8')) as Manifest
		} catch {
			return {}
		}
	})[name]?.[currentLanguage()] ?? null
