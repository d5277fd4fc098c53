import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { singleton } from '@/lib/singleton'

/** The address of the reader pages' script, or null where none has been built; pages are whole without it. */
export const islandsScript = (): string | null =>
	singleton('islands-script', () => {
		try {
			// Found at run time; the build must not take the whole folder along.
			const path = join(/* turbopackIgnore: true */ process.cwd(), 'public', 'islands', 'manifest.json')
			const { reader } = JSON.parse(readFileSync(path, 'utf8')) as { reader?: unknown }
			return { address: typeof reader === 'string' ? reader : null }
		} catch {
			return { address: null }
		}
	}).address
