import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { singleton } from '@/lib/singleton'

/** URL of the reader pages' script; null before the islands are built. */
export const islandsScript = (): string | null =>
	singleton('islands-script', () => {
		try {
			// Resolved at run time, so that the build does not trace the whole folder.
			const path = join(/* turbopackIgnore: true */ process.cwd(), 'public', 'islands', 'manifest.json')
			const { reader } = JSON.parse(readFileSync(path, 'utf8')) as { reader?: unknown }
			return { address: typeof reader === 'string' ? reader : null }
		} catch {
			return { address: null }
		}
	}).address
